package dev.moa.trading.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.Envelope;
import dev.moa.contract.MarketEvents.CandleClosed;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.simulation.BacktestLoop;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.outbox.Received;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A candle file replayed on paper, with the process ended in the middle, trades as the backtest of the same candles. */
class ReplayedCandlesIT {
    private static final String INSTRUMENT = "BINANCE:BTCUSDT";
    private static final UUID RUN = UUID.fromString("019aa000-0000-7000-8000-000000000001");

    private TradingSuite suite;

    @BeforeEach
    void start() {
        suite = new TradingSuite();
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void paperAndBacktestMakeTheSameTradesToTheLastDigit() throws SQLException {
        List<Candle> candles = wandering(700);
        Person person = suite.person("ann");
        suite.raiseDailyTrades(person);
        Object strategy = person.post("/strategies", null, """
                        {"name":"x","indicator_id":"ema_crossover","parameters":{"fast":5,"slow":12},"timeframe":"1m",\
                        "instrument":"BINANCE:BTCUSDT","long_tp_pct":"1.5","long_sl_pct":"0.7"}""").at("strategy_id");
        person.post("/strategies/" + strategy + "/activate", null, null);
        store(candles);

        replay(candles.subList(0, 300));
        suite.stop();
        suite.start();
        replay(candles.subList(295, 700));

        List<String> backtested = backtest(candles);
        assertTrue(backtested.size() > 10, "too few trades to prove anything: " + backtested.size());
        assertEquals(backtested, closedPositions(person));
    }

    private void replay(List<Candle> candles) {
        for (Candle candle : candles) {
            CandleClosed closed = new CandleClosed(
                    INSTRUMENT,
                    "1m",
                    candle.openTime(),
                    candle.open().value(),
                    candle.high().value(),
                    candle.low().value(),
                    candle.close().value(),
                    candle.volume().value(),
                    true,
                    RUN);
            Envelope envelope =
                    new Envelope(UUID.randomUUID(), "candle.closed", 1, candle.openTime(), "market", INSTRUMENT, null);
            suite.bean(Sql.class)
                    .inTransaction(() -> suite.bean(StrategyRunner.class).handle(new Received<>(envelope, closed)));
        }
    }

    private static List<String> backtest(List<Candle> candles) {
        StrategyRun run = new StrategyRun(
                new StrategyId(UUID.randomUUID()),
                VenueRules.instrument(InstrumentId.parse(INSTRUMENT)),
                StrategyTemplate.of("ema_crossover")
                        .create(Map.of("fast", new BigDecimal(5), "slow", new BigDecimal(12))),
                StrategySettings.longOnly(
                        StrategySettings.DEFAULT.investmentPct(),
                        dev.moa.domain.value.Percent.of("1.5"),
                        dev.moa.domain.value.Percent.of("0.7")));
        var result = new BacktestLoop(
                        run, Interval.M1, Money.of("100000", "USDT"), RiskLimits.DEFAULT, FillModel.SIGNAL_CLOSE)
                .run(candles.iterator(), (played, at) -> true);
        return result.trades().stream()
                .map(trade ->
                        trade.openedAt() + " " + trade.closedAt() + " " + trade.entryPrice() + " " + trade.exitPrice()
                                + " " + trade.profit().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static List<String> closedPositions(Person person) {
        List<String> trades = new ArrayList<>();
        ((List<?>) person.get("/positions/history?limit=500").at("items")).forEach(item -> {
            Map<?, ?> position = (Map<?, ?>) item;
            trades.add(position.get("opened_at") + " " + position.get("updated_at") + " "
                    + position.get("entry_price") + " " + position.get("mark_price") + " "
                    + new BigDecimal((String) position.get("realized_pnl"))
                            .stripTrailingZeros()
                            .toPlainString());
        });
        trades.sort(null);
        return trades;
    }

    private void store(List<Candle> candles) throws SQLException {
        try (var connection = Servers.postgres().superuser(suite.database());
                var statement =
                        connection.prepareStatement("INSERT INTO market.candle (instrument, interval, open_time,"
                                + " open, high, low, close, volume, closed, source) VALUES (?, '1m', ?, ?, ?, ?, ?, ?, true,"
                                + " 'replay')")) {
            connection.createStatement().execute("SELECT market.ensure_partitions('2024-01-01', '2024-01-03')");
            for (Candle candle : candles) {
                statement.setString(1, INSTRUMENT);
                statement.setObject(2, candle.openTime().atOffset(java.time.ZoneOffset.UTC));
                statement.setBigDecimal(3, candle.open().value());
                statement.setBigDecimal(4, candle.high().value());
                statement.setBigDecimal(5, candle.low().value());
                statement.setBigDecimal(6, candle.close().value());
                statement.setBigDecimal(7, candle.volume().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** A price that wanders, the same every time. */
    private static List<Candle> wandering(int count) {
        Random random = new Random(42);
        List<Candle> candles = new ArrayList<>();
        BigDecimal price = new BigDecimal("40000.00");
        Instant time = Instant.parse("2024-01-01T00:00:00Z");
        for (int i = 0; i < count; i++) {
            BigDecimal open = price;
            BigDecimal close = moved(open, random.nextGaussian() * 0.002 + Math.sin(i / 25.0) * 0.001);
            BigDecimal high = moved(open.max(close), Math.abs(random.nextGaussian()) * 0.001);
            BigDecimal low = moved(open.min(close), -Math.abs(random.nextGaussian()) * 0.001);
            candles.add(Candle.of(time, open, high, low, close, BigDecimal.ONE));
            price = close;
            time = time.plusSeconds(60);
        }
        return candles;
    }

    private static BigDecimal moved(BigDecimal price, double by) {
        return price.multiply(BigDecimal.valueOf(1 + by)).setScale(2, RoundingMode.HALF_EVEN);
    }
}
