package dev.moa.market.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moa.market.MarketSuite;
import dev.moa.testkit.RecordedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recorded real data through the whole collector, compared with what was counted without it. */
class RecordedReplayIT {
    private static final Map<String, Long> INTERVALS = new LinkedHashMap<>(Map.of(
            "1m", 60L, "3m", 180L, "5m", 300L, "15m", 900L, "30m", 1800L, "1h", 3600L, "4h", 14_400L, "1d", 86_400L));
    private static MarketSuite market;

    @BeforeAll
    static void start() {
        market = new MarketSuite(Map.of());
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    @Test
    void candlesOfRecordedTradesEqualThoseCountedIndependentlyAlsoAfterASecondReplay() throws IOException {
        Path file = recorded("crypto/btcusdt_usdm_trades_20240808.csv.gz");
        String copy = market.file(file);

        MarketSuite.Reply first = market.replayed(copy, "");
        MarketSuite.Reply second = market.replayed(copy, "");

        assertEquals("done", first.at("state"), first.toString());
        assertEquals(21_313, number(first, "rows"));
        assertEquals(0, number(first, "bad_lines"));
        assertEquals(21_313, number(second, "rows"));
        assertEquals(0, number(second, "stored"));
        IndependentCandles.Layout layout = new IndependentCandles.Layout(1, 2, 3, 4);
        for (Map.Entry<String, Long> interval : INTERVALS.entrySet()) {
            MarketSuite.Reply chart = market.get("/api/v1/market/charts/BINANCE:BTCUSDT?interval=" + interval.getKey());
            assertEquals(
                    IndependentCandles.of(file, layout, interval.getValue()), chart.at("candles"), interval.getKey());
        }
    }

    @Test
    void aMonthOfRecordedMinutesIsStoredAndToldInOrder() {
        Path file = recorded("crypto/btcperp_ftx_1m_202201.csv.gz");

        MarketSuite.Reply done = market.replayed(market.file(file), ",\"instrument\":\"FTX:BTC-PERP\"");

        assertEquals("done", done.at("state"), done.toString());
        assertEquals(45_031, number(done, "rows"));
        assertEquals(45_031, market.count("candle where instrument = 'FTX:BTC-PERP' and interval = '1m'"));
        List<String> told = market.sql()
                .list(
                        "select body::json->'data'->>'open_time' as t from outbox where subject = 'FTX:BTC-PERP'"
                                + " and body::json->'data'->>'interval' = '1m' order by id",
                        rs -> rs.getString("t"));
        assertEquals(45_031, told.size());
        assertEquals(told.stream().sorted().toList(), told);
    }

    @Test
    void everyRecordedFileIsReplayedOrRefusedWithASentence() {
        List<String> candles = List.of(
                "us/GOOG.csv",
                "us/AAPL_2013_1d_ta4j.csv",
                "us/spy_1d_raw.csv.gz",
                "fx/EURUSD_1h.csv.gz",
                "kr/005930_1d.csv.gz",
                "kr/000660_1d.csv.gz");
        for (String name : candles) {
            String copy = market.file(recorded(name));
            MarketSuite.Reply done = name.startsWith("kr/")
                    ? market.replayed(copy, "")
                    : market.replayed(copy, ",\"instrument\":\"NASDAQ:X" + Math.abs(name.hashCode()) + "\"");
            assertEquals("done", done.at("state"), name + " " + done);
            assertTrue(number(done, "rows") > 200, name);
        }
        refused("us/ticks/spy_trades_20131008.csv.gz", "ms_of_day");
        refused("crypto/BTCUSD_monthly.csv", "days apart");
        refused("us/aapl_factors.csv", "header");
        refused("crypto/btcusdt_usdm_feed_20240808.gz", "header");
    }

    private static void refused(String name, String because) {
        String copy = market.file(recorded(name));
        MarketSuite.Reply reply =
                market.inner("POST", "/internal/replays", "{\"path\":\"" + copy + "\",\"instrument\":\"NASDAQ:SPY\"}");
        assertEquals(422, reply.status(), name);
        assertEquals("unusable_file", reply.at("code"));
        assertTrue(reply.at("detail").toString().contains(because), reply.toString());
    }

    private static int number(MarketSuite.Reply reply, String name) {
        return ((Number) reply.at(name)).intValue();
    }

    private static Path recorded(String name) {
        Optional<Path> file = RecordedData.file(name);
        assumeTrue(file.isPresent(), "the recorded data does not stand beside this checkout");
        return file.get();
    }
}
