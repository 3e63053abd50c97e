package dev.moa.backtest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.backtest.BacktestSuite;
import dev.moa.backtest.Person;
import dev.moa.backtest.Walk;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.simulation.BacktestLoop;
import dev.moa.domain.simulation.BacktestProgress;
import dev.moa.domain.simulation.BacktestResult;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunIT {
    private static final int CANDLES = 5_000;
    private static final String WALK = """
            {"indicator_id":"ema_crossover","parameters":{"fast":5,"slow":20},"instrument":"BINANCE:BTCUSDT",\
            "timeframe":"5m"}""";

    private static BacktestSuite suite;

    @BeforeAll
    static void start() {
        suite = new BacktestSuite(Map.of());
        suite.store("BINANCE:BTCUSDT", Interval.M5, Walk.candles(Interval.M5, CANDLES));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static String with(String field) {
        return WALK.replace("{\"indicator_id\"", "{" + field + ",\"indicator_id\"");
    }

    private static BacktestResult direct(FillModel model) {
        var instrument = VenueRules.instrument(InstrumentId.parse("BINANCE:BTCUSDT"));
        var strategy = StrategyTemplate.EMA_CROSSOVER.create(
                Map.of("fast", new BigDecimal("5"), "slow", new BigDecimal("20")));
        var run = new StrategyRun(new StrategyId(new UUID(7, 7)), instrument, strategy, StrategySettings.DEFAULT);
        return new BacktestLoop(run, Interval.M5, Money.of("10000", "USDT"), RiskLimits.NONE, model)
                .run(Walk.candles(Interval.M5, CANDLES).iterator(), BacktestProgress.SILENT);
    }

    @Test
    void aRunThroughTheQueueFindsWhatTheLoopFindsToTheLastDigit() {
        Person person = suite.person("ann");
        for (String fill : List.of("next_open", "signal_close")) {
            var expected = direct(fill.equals("next_open") ? FillModel.NEXT_OPEN : FillModel.SIGNAL_CLOSE);
            var found = person.ended(with("\"fill\":\"" + fill + "\""));
            assertEquals("COMPLETED", found.at("status"), () -> found.raw().body());
            assertEquals(100, found.at("progress"));
            assertEquals(expected.performance().finalEquity().toPlainString(), found.at("figures.final_equity"));
            assertEquals(expected.performance().totalReturnPct().toPlainString(), found.at("figures.total_return_pct"));
            assertEquals(expected.performance().fees().toPlainString(), found.at("figures.total_fees"));
            assertEquals(expected.performance().sharpe().toPlainString(), found.at("figures.sharpe"));
            assertEquals(expected.performance().trades(), found.at("figures.trade_count"));
            assertEquals(CANDLES, found.at("figures.candles"));
            List<?> trades = found.list("trades");
            assertTrue(expected.trades().size() > 20, "the walk trades");
            assertEquals(expected.trades().size() + (expected.open() == null ? 0 : 1), trades.size());
            for (int i = 0; i < expected.trades().size(); i++) {
                same(expected.trades().get(i), (Map<?, ?>) trades.get(i));
            }
            BigDecimal sum = trades.stream()
                    .map(trade -> new BigDecimal((String) ((Map<?, ?>) trade).get("pnl")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, sum.compareTo(new BigDecimal((String) found.at("figures.net_profit"))));
        }
    }

    private static void same(ClosedTrade expected, Map<?, ?> found) {
        assertEquals(expected.openedAt().toString(), found.get("entry_time"));
        assertEquals(expected.closedAt().toString(), found.get("exit_time"));
        assertEquals(expected.entryPrice().value().toPlainString(), found.get("entry_price"));
        assertEquals(expected.exitPrice().value().toPlainString(), found.get("exit_price"));
        assertEquals(expected.quantity().value().toPlainString(), found.get("quantity"));
        assertEquals(expected.profit().toPlainString(), found.get("pnl"));
        assertEquals(expected.fees().toPlainString(), found.get("fees"));
        assertEquals("LONG", found.get("side"));
    }

    @Test
    void theRequestIsShownCompleteAndTheCurveIsBoundedWithItsExtremes() {
        var found = suite.person("bob").ended(WALK);
        assertEquals("next_open", found.at("request.fill"));
        assertEquals("10000", found.at("request.initial_cash"));
        assertEquals("0.1", found.at("request.fee_pct"));
        assertEquals("2024-01-01T00:00:00Z", found.at("request.from"));
        assertEquals("2024-01-18T08:40:00Z", found.at("request.to"));
        List<?> curve = found.list("equity_curve");
        assertTrue(curve.size() <= 1_000 && curve.size() > 400, "points: " + curve.size());
        assertEquals(List.of("2024-01-01T00:00:00Z", "10000"), curve.getFirst());
        assertEquals(List.of("2024-01-18T08:35:00Z", found.at("figures.final_equity")), curve.getLast());
        assertTrue(curve.stream()
                .anyMatch(point -> ((List<?>) point).getFirst().equals(found.at("figures.max_drawdown_to"))));
    }

    @Test
    void onlyTheTimeAskedForIsPlayed() {
        var found = suite.person("carl")
                .ended(with("\"from\":\"2024-01-02T00:00:00Z\",\"to\":\"2024-01-03T00:00:00.000Z\""));
        assertEquals(288, found.at("figures.candles"));
        assertEquals("2024-01-03T00:00:00Z", found.at("request.to"));
    }

    @Test
    void theSameKeyIsTheSameRun() {
        Person person = suite.person("dora");
        String key = UUID.randomUUID().toString();
        Object first = person.run(key, WALK).at("run_id");
        assertEquals(first, person.run(key, WALK).at("run_id"));
        assertEquals(
                "idempotency_key_reused", person.run(key, with("\"fee_pct\":0")).at("code"));
        assertEquals(1, person.get("/backtest/results").list("items").size());
        person.ended(first);
    }

    @Test
    void theTemplatesTellEverythingAFormNeeds() {
        var found = suite.person("emil").get("/backtest/strategies");
        assertEquals("ema_crossover", found.at("items.0.indicator_id"));
        assertEquals("fast", found.at("items.0.parameters.0.name"));
        assertEquals("12", found.at("items.0.parameters.0.default"));
        assertEquals("1000", found.at("items.0.parameters.1.max"));
    }

    @Test
    void everyTemplateOfTheListCanBeRun() {
        Person person = suite.person("fred");
        List<?> templates = person.get("/backtest/strategies").list("items");
        assertEquals(8, templates.size());
        for (Object template : templates) {
            Object id = ((Map<?, ?>) template).get("indicator_id");
            String parameters = "grid".equals(id)
                    ? "{\"lower\":\"20000\",\"upper\":\"80000\",\"levels\":60,\"amount\":\"100\"}"
                    : "{}";
            var found = person.ended("""
                    {"indicator_id":"%s","parameters":%s,"instrument":"BINANCE:BTCUSDT","timeframe":"5m"}""".formatted(id, parameters));
            assertEquals("COMPLETED", found.at("status"), () -> id + found.raw().body());
            assertEquals(CANDLES, found.at("figures.candles"));
        }
        var missing = person.run(null, """
                {"indicator_id":"grid","instrument":"BINANCE:BTCUSDT","timeframe":"5m"}""");
        assertEquals("lower", missing.at("errors.0.field"));
    }
}
