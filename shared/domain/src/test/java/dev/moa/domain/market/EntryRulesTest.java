package dev.moa.domain.market;

import static dev.moa.domain.Samples.ACCOUNT;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.KrxCalendar;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryRulesTest {
    private static final Instant TRADING = seoul("2026-11-23T10:00");

    private static Instant seoul(String time) {
        return LocalDateTime.parse(time).atZone(KrxCalendar.SEOUL).toInstant();
    }

    private static Instrument named(String name) {
        return VenueRules.instrument(InstrumentId.parse(name));
    }

    private static OrderRequest market(String name) {
        return OrderRequest.market(named(name), Side.BUY, Quantity.of("1"));
    }

    private static OrderRequest limit(String name, String price) {
        return OrderRequest.limit(named(name), Side.BUY, Quantity.of("1"), Price.of(price));
    }

    private static List<String> codes(OrderRequest request, MarketState state, Instant now) {
        return EntryRules.check(request, state, now).stream().map(Refusal::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:45, '', ''",
        "2026-11-23T10:00, '', ''",
        "2026-11-23T15:25, '', ''",
        "2026-11-23T15:35, market_closed, market_closed",
        "2026-11-23T15:50, market_closed, market_closed",
        "2026-11-23T17:00, session_order_type, ''",
        "2026-11-23T20:30, market_closed, market_closed",
        "2026-11-22T10:00, market_closed, market_closed",
        "2026-10-09T10:00, market_closed, market_closed",
    })
    void whatIsTakenDependsOnTheSessionAndTheType(String time, String asMarket, String asLimit) {
        assertEquals(asMarket, String.join(",", codes(market("KRX:005930"), MarketState.NORMAL, seoul(time))));
        assertEquals(asLimit, String.join(",", codes(limit("KRX:005930", "70000"), MarketState.NORMAL, seoul(time))));
        assertEquals(List.of(), codes(market("UPBIT:KRW-BTC"), MarketState.NORMAL, seoul(time)));
    }

    @Test
    void whoComesTooLateIsToldWhenToComeAgain() {
        Refusal limit = EntryRules.check(limit("KRX:005930", "70000"), MarketState.NORMAL, seoul("2026-11-20T20:30"))
                .getFirst();
        assertTrue(limit.message().contains("Monday 23 November 2026, 08:30 (Seoul time)"), limit.message());
        Refusal evening = EntryRules.check(limit("KRX:005930", "70000"), MarketState.NORMAL, seoul("2026-11-20T15:35"))
                .getFirst();
        assertTrue(evening.message().contains("Friday 20 November 2026, 16:00 (Seoul time)"), evening.message());
        Refusal market = EntryRules.check(market("KRX:005930"), MarketState.NORMAL, seoul("2026-11-20T15:35"))
                .getFirst();
        assertTrue(market.message().contains("Monday 23 November 2026, 08:30 (Seoul time)"), market.message());
    }

    @Test
    void inAnAuctionNothingIsTakenThatMustTradeAtOnce() {
        OrderRequest atOnce = limit("KRX:005930", "70000").goodFor(TimeInForce.IOC);
        assertEquals(List.of("session_order_type"), codes(atOnce, MarketState.NORMAL, seoul("2026-11-23T08:45")));
        assertEquals(List.of(), codes(atOnce, MarketState.NORMAL, TRADING));
        MarketState interrupted = new MarketState(
                MarketState.Trading.INTERRUPTED, TRADING.plusSeconds(120), "volatility", null, false, null);
        assertEquals(List.of("session_order_type"), codes(atOnce, interrupted, TRADING));
        assertEquals(List.of(), codes(market("KRX:005930"), interrupted, TRADING));
        assertEquals(List.of(), codes(atOnce, interrupted, TRADING.plusSeconds(120)));
    }

    @Test
    void aHaltTakesNothingUntilItEnds() {
        MarketState halted =
                new MarketState(MarketState.Trading.HALTED, TRADING.plusSeconds(60), "disclosure", null, false, null);
        Refusal refusal =
                EntryRules.check(limit("KRX:005930", "70000"), halted, TRADING).getFirst();
        assertEquals("trading_halted", refusal.code());
        assertTrue(refusal.message().contains("disclosure"), refusal.message());
        assertEquals(List.of("trading_halted"), codes(market("UPBIT:KRW-BTC"), halted, TRADING));
        assertEquals(List.of(), codes(limit("KRX:005930", "70000"), halted, TRADING.plusSeconds(60)));
    }

    @Test
    void pricesBeyondTheDaysLimitsAreRefusedWhenTheBaseIsKnown() {
        MarketState known = MarketState.NORMAL.withBase(Price.of("70500"));
        assertEquals(List.of(), codes(limit("KRX:005930", "91600"), known, TRADING));
        assertEquals(List.of("price_limit"), codes(limit("KRX:005930", "91700"), known, TRADING));
        assertEquals(List.of("price_limit"), codes(limit("KRX:005930", "49350"), known, TRADING));
        assertEquals(List.of(), codes(limit("KRX:005930", "91700"), MarketState.NORMAL, TRADING));
    }

    @Test
    void aFileOfCandlesKnowsNoSessions() {
        assertEquals(List.of(), codes(market("KRX:005930"), MarketState.NORMAL, null));
    }

    @Test
    void aPositionMayOnlyBeAsLargeAsItsLeverageAllows() {
        Portfolio book = Portfolio.opened(ACCOUNT, usdt("1000000"));
        Instrument btc = named("BINANCE_FUTURES:BTCUSDT");
        book.lever(btc.id(), 125);
        OrderRequest large = OrderRequest.market(btc, Side.SELL, Quantity.of("1.001"));
        assertEquals(
                "leverage_bracket",
                EntryRules.size(large, Price.of("50000"), book).getFirst().code());
        book.lever(btc.id(), 100);
        assertEquals(List.of(), EntryRules.size(large, Price.of("50000"), book));
    }
}
