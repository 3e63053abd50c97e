package dev.moa.backtest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.backtest.BacktestSuite;
import dev.moa.backtest.Person;
import dev.moa.backtest.Walk;
import dev.moa.domain.candle.Interval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BadInputIT {
    private static final String GOOD = """
            {"indicator_id":"ema_crossover","parameters":{"fast":5,"slow":20},"instrument":"BINANCE:BTCUSDT",\
            "timeframe":"1h"}""";

    private static BacktestSuite suite;

    @BeforeAll
    static void start() {
        suite = new BacktestSuite(Map.of());
        suite.store("BINANCE:BTCUSDT", Interval.H1, Walk.candles(Interval.H1, 100));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static String with(String field) {
        return GOOD.replace("{\"indicator_id\"", "{" + field + ",\"indicator_id\"");
    }

    @Test
    void isExplainedAndChangesNothing() {
        Person person = suite.person("hugo");
        List<String> bodies = List.of(
                "",
                "{",
                "[]",
                "null",
                "{}",
                GOOD.replace("ema_crossover", "no_such_thing"),
                GOOD.replace("\"fast\":5", "\"fast\":0"),
                GOOD.replace("\"fast\":5", "\"fast\":2.5"),
                GOOD.replace("\"fast\":5", "\"fast\":\"x\""),
                GOOD.replace("\"fast\":5", "\"fast\":30"),
                GOOD.replace("\"fast\":5", "\"fast\":1e400"),
                GOOD.replace("\"fast\"", "\"wrong\""),
                GOOD.replace("{\"fast\":5,\"slow\":20}", "[1]"),
                GOOD.replace("BINANCE:BTCUSDT", "BTCUSDT"),
                GOOD.replace("BINANCE:BTCUSDT", "'; drop table run; --"),
                GOOD.replace("1h", "2h"),
                GOOD.replace("1h", "PT1H"),
                with("\"from\":\"yesterday\""),
                with("\"from\":\"2024-01-03T00:00:00Z\",\"to\":\"2024-01-03T00:00:00Z\""),
                with("\"to\":\"+999999999-12-31T23:59:59Z\""),
                with("\"from\":\"-999999999-01-01T00:00:00Z\""),
                with("\"initial_cash\":0"),
                with("\"initial_cash\":\"-5\""),
                with("\"initial_cash\":\"NaN\""),
                with("\"initial_cash\":\"1e30\""),
                with("\"initial_cash\":\"0.000000001\""),
                with("\"investment_pct\":0.5"),
                with("\"investment_pct\":101"),
                with("\"long_tp_pct\":0"),
                with("\"long_sl_pct\":1000"),
                with("\"fill\":\"last_week\""),
                with("\"slippage_bp\":-1"),
                with("\"fee_pct\":11"),
                with("\"name\":\"" + "x".repeat(81) + "\""),
                with("\"name\":\"a\\u0000b\""));
        for (String body : bodies) {
            var refused = person.run(body);
            assertEquals(
                    400, refused.status(), () -> body + " → " + refused.raw().body());
            assertTrue(refused.body().containsKey("code"), body);
            assertFalse(refused.raw().body().contains("xception"), body);
        }
        assertEquals(0, suite.number("select count(*) from backtest.run where user_id = '" + person.id() + "'"));
        assertEquals(0, suite.number("select count(*) from backtest.outbox where owner = '" + person.id() + "'"));
    }

    @Test
    void theWrongFieldIsNamed() {
        Person person = suite.person("ines");
        Map.of(
                        "timeframe", GOOD.replace("1h", "2h"),
                        "indicator_id", GOOD.replace("ema_crossover", "magic"),
                        "to", with("\"from\":\"2024-02-01T00:00:00Z\",\"to\":\"2024-01-03T00:00:00Z\""),
                        "fee_pct", with("\"fee_pct\":-1"),
                        "slippage_bp", with("\"slippage_bp\":1001"),
                        "slow", GOOD.replace("20", "5000"))
                .forEach((field, body) -> assertEquals(field, person.run(body).at("errors.0.field")));
    }

    @Test
    void withoutCandlesThereIsNothingToTry() {
        Person person = suite.person("jane");
        for (String body : List.of(
                GOOD.replace("BTCUSDT", "NOPEUSDT"),
                GOOD.replace("1h", "1d"),
                with("\"from\":\"2023-01-01T00:00:00Z\",\"to\":\"2023-06-01T00:00:00Z\""))) {
            var refused = person.run(body);
            assertEquals(422, refused.status());
            assertEquals("no_candles", refused.at("code"));
        }
    }

    @Test
    void theCaseOfTheFillDoesNotMatter() {
        var found = suite.person("karl").ended(with("\"fill\":\"SIGNAL_CLOSE\",\"initial_cash\":\"5000\""));
        assertEquals("COMPLETED", found.at("status"));
        assertEquals("signal_close", found.at("request.fill"));
        assertEquals("5000", found.at("figures.initial_equity"));
    }

    @Test
    void badAddressesAreNotFound() {
        Person person = suite.person("lisa");
        for (String path : List.of("/backtest/results/1", "/backtest/results/%00", "/backtest/nothing")) {
            assertEquals(404, person.get(path).status(), path);
        }
        assertEquals(400, person.get("/backtest/results?limit=0").status());
        assertEquals(400, person.get("/backtest/results?cursor=nonsense").status());
        assertEquals(
                401,
                new Person(person.id(), "no.such.token", person.address(), person.json())
                        .get("/backtest/results")
                        .status());
    }
}
