package dev.moa.trading.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.contract.Envelope;
import dev.moa.contract.MarketEvents.CandleClosed;
import dev.moa.domain.candle.Interval;
import dev.moa.platform.outbox.Received;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live candles of four hours; the last one ends in the future, so that the clock does not overtake the test. */
class LiveCandlesIT {
    private static final String INSTRUMENT = "BINANCE:BTCUSDT";
    private static final Interval FOUR_HOURS = Interval.H4;

    private final Instant latest = FOUR_HOURS.openTime(Instant.now());
    private TradingSuite suite;
    private Person person;

    @BeforeEach
    void start() {
        suite = new TradingSuite();
        suite.price(INSTRUMENT, "110");
        person = suite.person("ann");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    private Object strategy(String template, String parameters) {
        var made = person.post("/strategies", null, """
                {"name":"x","indicator_id":"%s","parameters":%s,"timeframe":"4h","instrument":"BINANCE:BTCUSDT"}""".formatted(template, parameters));
        assertEquals(201, made.status(), () -> made.raw().body());
        Object id = made.at("strategy_id");
        person.post("/strategies/" + id + "/activate", null, null);
        return id;
    }

    /** @param ago how many candles before the last closed one */
    private void tell(int ago, String price) {
        BigDecimal number = new BigDecimal(price);
        CandleClosed closed = new CandleClosed(
                INSTRUMENT, "4h", at(ago), number, number, number, number, BigDecimal.ONE, false, null);
        Envelope envelope = new Envelope(UUID.randomUUID(), "candle.closed", 1, at(ago), "market", INSTRUMENT, null);
        suite.bean(Sql.class)
                .inTransaction(() -> suite.bean(StrategyRunner.class).handle(new Received<>(envelope, closed)));
    }

    private Instant at(int ago) {
        return latest.minus(FOUR_HOURS.duration().multipliedBy(ago));
    }

    private void store(int ago, String price) throws SQLException {
        try (var connection = Servers.postgres().superuser(suite.database());
                var insert = connection.prepareStatement(
                        "INSERT INTO market.candle (instrument, interval, open_time,"
                                + " open, high, low, close, volume, closed, source) VALUES (?, '4h', ?, ?, ?, ?, ?, 1, true, 'live')")) {
            connection
                    .createStatement()
                    .execute("SELECT market.ensure_partitions('%s', '%s')"
                            .formatted(day(at(ago).minus(Duration.ofDays(1))), day(at(ago).plus(Duration.ofDays(1)))));
            insert.setString(1, INSTRUMENT);
            insert.setObject(2, at(ago).atOffset(ZoneOffset.UTC));
            for (int column = 3; column <= 6; column++) {
                insert.setBigDecimal(column, new BigDecimal(price));
            }
            insert.execute();
        }
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }

    private List<?> signals() {
        return (List<?>) person.get("/signals").at("items");
    }

    private int orders() {
        return ((List<?>) person.get("/trading/orders").at("items")).size();
    }

    @Test
    void aCandleThatComesAgainActsOnceAlsoAfterARestart() throws SQLException {
        strategy("ema_crossover", "{\"fast\":1,\"slow\":2}");
        for (int ago = 6; ago >= 1; ago--) {
            store(ago, ago % 2 == 0 ? "100" : "99");
        }
        tell(0, "110");
        assertEquals(1, orders(), () -> signals().toString());
        tell(0, "110");
        assertEquals(1, orders());
        suite.stop();
        suite.start();
        suite.price(INSTRUMENT, "110");
        tell(0, "110");
        assertEquals(1, orders(), "nothing is bought twice");
        assertEquals(1, signals().size());
    }

    @Test
    void afterDowntimeMissedCandlesAreSeenButNotActedOn() throws SQLException {
        strategy("ema_crossover", "{\"fast\":1,\"slow\":2}");
        for (int ago = 9; ago >= 4; ago--) {
            store(ago, ago % 2 == 0 ? "99" : "100");
        }
        tell(3, "110");
        assertEquals(
                "EXPIRED",
                person.get("/signals").at("items.0.status"),
                () -> signals().toString());
        assertEquals(0, orders(), "twelve hours late");
        store(3, "110");
        store(2, "120");
        store(1, "90");
        tell(0, "130");
        assertEquals(1, orders(), "the crossing down at the missed candle was seen, else this were no crossing");
        assertEquals("EXECUTED", person.get("/signals").at("items.0.status"));
    }

    @Test
    void aGridKeepsItsOrdersAndAddsNone() {
        suite.price(INSTRUMENT, "112");
        strategy("grid", "{\"lower\":\"100\",\"upper\":\"120\",\"levels\":4,\"amount\":\"500\"}");
        tell(0, "112");
        assertEquals(3, orders(), () -> signals().toString());
        assertEquals("adjust", person.get("/signals").at("items.0.action"));
        tell(0, "112");
        assertEquals(3, orders());
        assertEquals(1, signals().size());
    }

    @Test
    void theAgeLimitFollowsTheTimeframe() {
        assertEquals(Duration.ofMinutes(1), StrategyRunner.patience(Interval.M1));
        assertEquals(Duration.ofMinutes(15), StrategyRunner.patience(Interval.H1));
        assertEquals(Duration.ofHours(1), StrategyRunner.patience(Interval.D1));
    }
}
