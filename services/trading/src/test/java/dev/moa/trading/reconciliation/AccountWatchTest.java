package dev.moa.trading.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.Link;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountWatchTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ReconciliationSettings SETTINGS =
            new ReconciliationSettings(MINUTE, MINUTE.multipliedBy(5), MINUTE, MINUTE, MINUTE, MINUTE, MINUTE);
    private static final BrokerGateway GATEWAY = (BrokerGateway) Proxy.newProxyInstance(
            BrokerGateway.class.getClassLoader(),
            new Class<?>[] {BrokerGateway.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "link" -> new Link(true, 0, "");
                case "equals" -> proxy == arguments[0];
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static Instant end(String now) {
        return VenueRules.instrument(InstrumentId.parse("KRX:005930"))
                .hours()
                .lastEnd(Instant.parse(now))
                .orElse(null);
    }

    @Test
    void everythingIsComparedOnceWhenASessionHasEnded() {
        // The closing auction of a Friday ends at 15:30 in Seoul.
        Instant close = Instant.parse("2026-11-20T06:30:00Z");
        AccountWatch watch = new AccountWatch(null, SETTINGS);
        Instant before = close.minusSeconds(10);
        watch.done(GATEWAY, 0, true, false, before);
        assertEquals(AccountWatch.Due.NOTHING, watch.due(GATEWAY, end(before.toString()), close.minusSeconds(1)));
        assertEquals(close, end("2026-11-20T06:30:02Z"));
        assertEquals(AccountWatch.Due.EVERYTHING, watch.due(GATEWAY, close, close.plusSeconds(2)));
        watch.done(GATEWAY, 0, true, false, close.plusSeconds(2));
        assertEquals(AccountWatch.Due.NOTHING, watch.due(GATEWAY, close, close.plusSeconds(4)));
    }

    @Test
    void aReadingOfTheOrdersAloneIsNotEnoughAtTheEndOfASession() {
        Instant close = Instant.parse("2026-11-20T06:30:00Z");
        AccountWatch watch = new AccountWatch(null, SETTINGS);
        watch.done(GATEWAY, 0, true, false, close.minusSeconds(30));
        watch.done(GATEWAY, 0, false, false, close.plusSeconds(1));
        assertEquals(AccountWatch.Due.EVERYTHING, watch.due(GATEWAY, close, close.plusSeconds(2)));
    }

    @Test
    void noSessionEndsOnAHolidayOrAroundTheClock() {
        assertEquals(null, end("2026-11-21T09:00:00Z"), "a Saturday");
        assertEquals(
                true,
                VenueRules.instrument(InstrumentId.parse("BINANCE:BTCUSDT"))
                        .hours()
                        .lastEnd(Instant.parse("2026-11-20T06:30:00Z"))
                        .isEmpty());
    }
}
