package dev.moa.trading.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moa.contract.Envelope;
import dev.moa.contract.MarketEvents.CandleClosed;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.outbox.Received;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import dev.moa.testkit.RecordedData;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** One recorded day on paper, twice, and once with the process ended again and again: the same fills to the last digit. */
class RecordedDayFaultIT {
    private static final String INSTRUMENT = "BINANCE:BTCUSDT";
    private static final String RECORDED = "crypto/btcperp_ftx_1m_202201.csv.gz";
    private static final UUID RUN = UUID.fromString("019aa000-0000-7000-8000-000000000002");
    private static final int DAY = 1440;
    private static final int CRASHES = 6;

    private static final class Ended extends Error {
        private static final long serialVersionUID = 1;

        Ended() {
            super("the process ended", null, false, false);
        }
    }

    @Test
    void aDayReplayedTwiceAndOnceWithCrashesGivesTheSameFills() throws Exception {
        Path file = RecordedData.file(RECORDED).orElse(null);
        assumeTrue(file != null, "skipped: there is no " + RECORDED + " beside the repository");
        List<CandleClosed> day = day(file);
        List<String> once = replay(day, 0);
        assertTrue(once.size() > 20, "too few fills to prove anything: " + once.size());
        assertEquals(once, replay(day, 0));
        assertEquals(once, replay(day, CRASHES));
        System.out.println(day.size() + " recorded candles, " + once.size() + " fills, the same three times, once with "
                + CRASHES + " crashes");
    }

    private static List<String> replay(List<CandleClosed> day, int crashes) throws Exception {
        try (TradingSuite suite = new TradingSuite()) {
            store(suite, day);
            Person person = suite.person("ann");
            suite.raiseDailyTrades(person);
            Object strategy = person.post("/strategies", null, """
                            {"name":"x","indicator_id":"ema_crossover","parameters":{"fast":5,"slow":12},\
                            "timeframe":"1m","instrument":"BINANCE:BTCUSDT","long_tp_pct":"1.5","long_sl_pct":"0.7"}""").at("strategy_id");
            person.post("/strategies/" + strategy + "/activate", null, null);
            int next = 0;
            for (int crash = 1; crash <= crashes; crash++) {
                int until = day.size() * crash / (crashes + 1);
                next = crashSomewhere(suite, day, next, until);
            }
            day.subList(next, day.size()).forEach(candle -> handle(suite, candle));
            return fills(person);
        }
    }

    /** Ends the process behind a committed fill after that candle; answers from where the candles are delivered again. */
    private static int crashSomewhere(TradingSuite suite, List<CandleClosed> day, int from, int armedAt) {
        AtomicInteger at = new AtomicInteger(from);
        AtomicInteger ended = new AtomicInteger();
        try (var _ = CrashPoint.arm(name -> {
            if (ended.get() > 0 || at.get() >= armedAt && (name.equals("CP14") || name.equals("CP11"))) {
                ended.incrementAndGet();
                throw new Ended();
            }
        })) {
            // Whoever waits for the lane of a process that has ended waits for ever, so nobody waits for this thread.
            Thread work = Thread.ofVirtual().start(() -> {
                for (int i = from; i < day.size() && ended.get() == 0; i++) {
                    at.set(i);
                    handle(suite, day.get(i));
                }
            });
            Await.until(
                    "the process ended, or the day", Duration.ofMinutes(2), () -> !work.isAlive() || ended.get() > 0);
            suite.stop();
        }
        suite.start();
        return Math.max(0, at.get() - 3);
    }

    private static void handle(TradingSuite suite, CandleClosed candle) {
        Envelope envelope =
                new Envelope(UUID.randomUUID(), "candle.closed", 1, candle.openTime(), "market", INSTRUMENT, null);
        suite.bean(Sql.class)
                .inTransaction(() -> suite.bean(StrategyRunner.class).handle(new Received<>(envelope, candle)));
    }

    private static List<String> fills(Person person) {
        List<String> fills = new ArrayList<>();
        String cursor = "";
        do {
            Person.Reply page = person.get("/trading/history?limit=500" + cursor);
            for (Object item : (List<?>) page.at("items")) {
                Map<?, ?> fill = (Map<?, ?>) item;
                fills.add(fill.get("market_time") + " " + fill.get("side") + " " + fill.get("quantity") + " "
                        + fill.get("price") + " " + fill.get("fee") + " " + fill.get("realized_pnl"));
            }
            Object more = page.body().get("next_cursor");
            cursor = more == null ? "" : "&cursor=" + more;
        } while (!cursor.isEmpty());
        fills.sort(null);
        return fills;
    }

    private static void store(TradingSuite suite, List<CandleClosed> day) throws SQLException {
        try (var connection = Servers.postgres().superuser(suite.database());
                var statement =
                        connection.prepareStatement("INSERT INTO market.candle (instrument, interval, open_time,"
                                + " open, high, low, close, volume, closed, source) VALUES (?, '1m', ?, ?, ?, ?, ?, ?, true,"
                                + " 'replay')")) {
            connection.createStatement().execute("SELECT market.ensure_partitions('2021-12-31', '2022-01-04')");
            for (CandleClosed candle : day) {
                statement.setString(1, INSTRUMENT);
                statement.setObject(2, candle.openTime().atOffset(java.time.ZoneOffset.UTC));
                statement.setBigDecimal(3, candle.open());
                statement.setBigDecimal(4, candle.high());
                statement.setBigDecimal(5, candle.low());
                statement.setBigDecimal(6, candle.close());
                statement.setBigDecimal(7, candle.volume());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<CandleClosed> day(Path file) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            return reader.lines()
                    .skip(1)
                    .limit(DAY)
                    .map(RecordedDayFaultIT::candle)
                    .toList();
        }
    }

    private static CandleClosed candle(String line) {
        String[] row = line.split(",");
        return new CandleClosed(
                INSTRUMENT,
                "1m",
                Instant.parse(row[0].replace(' ', 'T') + "Z"),
                new BigDecimal(row[1]),
                new BigDecimal(row[2]),
                new BigDecimal(row[3]),
                new BigDecimal(row[4]),
                new BigDecimal(row[5]),
                true,
                RUN);
    }
}
