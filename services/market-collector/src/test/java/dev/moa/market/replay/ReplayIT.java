package dev.moa.market.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.market.MarketSuite;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReplayIT {
    private static final long START = 1_723_161_600_000L;
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
    void badLinesAreShownAndTheRestGoesOn() {
        StringBuilder file = new StringBuilder("time,price,quantity\n");
        for (int i = 0; i < 40; i++) {
            file.append(START + i).append(i % 2 == 0 ? ",100,1\n" : ",NaN,1\n");
        }
        MarketSuite.Reply done = market.replayed(market.file("bad.csv", file.toString()), instrument("TEST:BAD"));

        assertEquals("done", done.at("state"));
        assertEquals(20, done.at("rows"));
        assertEquals(20, done.at("bad_lines"));
        List<?> errors = (List<?>) done.at("first_errors");
        assertEquals(10, errors.size());
        assertEquals(Map.of("line", 3, "message", "price is not a number"), errors.getFirst());
    }

    @Test
    void aFileWithoutAGoodLineIsAnError() {
        String path = market.file("none.csv", "time,price,quantity\nx,y,z\n");
        MarketSuite.Reply reply = start(path, instrument("TEST:NONE"));

        assertEquals(422, reply.status());
        assertEquals("unusable_file", reply.at("code"));
        assertEquals("The file has no good line; the first says: not a time: x.", reply.at("detail"));
    }

    @Test
    void whatIsNotInTheFolderDoesNotExist() {
        for (String path : List.of("/etc/passwd", "../../../../etc/passwd", "nothing.csv", ".", "a\\u0000b", "")) {
            MarketSuite.Reply reply = start(path, instrument("TEST:PATH"));
            assertEquals(400, reply.status(), path);
        }
    }

    @Test
    void anInstrumentThatIsNotKnownFromTheNameMustBeSaid() {
        String path = market.file("prices.csv", "time,price,quantity\n" + START + ",1,1\n");

        MarketSuite.Reply reply = start(path, "");

        assertEquals(422, reply.status());
        assertEquals("instrument_needed", reply.at("code"));
        assertEquals(400, start(path, ",\"instrument\":\"nonsense\"").status());
        assertEquals(400, start(path, instrument("TEST:X") + ",\"speed\":-1").status());
        assertEquals(
                400, start(path, instrument("TEST:X") + ",\"speed\":\"fast\"").status());
        assertEquals(401, market.anonymous("/internal/replays/1").status());
    }

    @Test
    void aCancelledReplayLeavesNothingHalfAndItsRepetitionCountsEachTradeOnce() {
        StringBuilder file = new StringBuilder("time,price,quantity,trade_id\n");
        for (int i = 0; i < 60_000; i++) {
            file.append(START + i * 10L)
                    .append(',')
                    .append(100 + i % 7)
                    .append(",0.1,")
                    .append(i)
                    .append('\n');
        }
        String path = market.file("cancelled.csv", file.toString());
        String id = market.replay(path, instrument("TEST:CANCEL") + ",\"speed\":100");
        Await.until("some trades are stored", () -> market.count("tick where instrument = 'TEST:CANCEL'") > 0);
        assertEquals("replay_running", start(path, instrument("TEST:CANCEL")).at("code"));

        MarketSuite.Reply cancelled = market.inner("DELETE", "/internal/replays/" + id, null);

        assertEquals("cancelled", cancelled.at("state"));
        assertEquals(cancelled.at("stored"), (int) market.count("tick where instrument = 'TEST:CANCEL'"));
        assertEquals(volumeOfTicks("TEST:CANCEL"), volumeOfCandles("TEST:CANCEL", "1m"));
        assertEquals("done", market.replayed(path, instrument("TEST:CANCEL")).at("state"));
        assertEquals(60_000, market.count("tick where instrument = 'TEST:CANCEL'"));
        for (String interval : List.of("1m", "5m", "15m", "1h", "4h", "1d")) {
            assertEquals("6000.0", volumeOfCandles("TEST:CANCEL", interval), interval);
        }
    }

    @Test
    void withTheDatabaseKilledInTheMiddleEveryTradeStillCountsOnce() {
        StringBuilder file = new StringBuilder("time,price,quantity\n");
        for (int i = 0; i < 200_000; i++) {
            file.append(START + i * 3L).append(',').append(100 + i % 7).append(",0.1\n");
        }
        String id = market.replay(market.file("killed.csv", file.toString()), instrument("TEST:KILLED"));
        Await.until("some trades are stored", () -> market.count("tick where instrument = 'TEST:KILLED'") > 0);
        Servers.postgres().kill();
        Servers.postgres().start();

        assertEquals("done", market.ended(id).at("state"));
        assertEquals(200_000, market.count("tick where instrument = 'TEST:KILLED'"));
        for (String interval : List.of("1m", "3m", "5m", "15m", "30m", "1h", "4h", "1d")) {
            assertEquals("20000.0", volumeOfCandles("TEST:KILLED", interval), interval);
        }
        assertEquals(List.of(), market.sql().list("""
                                select body::json->'data'->>'open_time' as t from outbox where subject = 'TEST:KILLED'
                                group by body::json->'data'->>'interval', t having count(*) > 1""", rs -> rs.getString("t")));
    }

    @Test
    void tradesBecomeCandlesThatAreToldWhenTheNextBegins() {
        market.replayed(
                market.file(
                        "told.csv",
                        "time,price,quantity\n" + line(0, "10") + line(30, "12") + line(59, "8") + line(60, "9")
                                + line(200, "11") + line(300, "13")),
                instrument("TEST:TOLD"));

        assertEquals(
                List.of(
                        "1m 00:00 10 12 8 8 3",
                        "1m 00:01 9 9 9 9 1",
                        "1m 00:03 11 11 11 11 1",
                        "5m 00:00 10 12 8 11 5"),
                told("TEST:TOLD"));
        // The minute that runs at the end of the file is in the chart, as its last.
        List<?> candles = (List<?>)
                market.get("/api/v1/market/charts/TEST:TOLD?interval=1m").at("candles");
        assertEquals(4, candles.size());
        assertEquals(List.of("2024-08-09T00:05:00Z", "13", "13", "13", "13", "1"), candles.getLast());
    }

    @Test
    void candlesAreTakenAsGivenSummedUpAndToldInTheOrderOfTheFile() {
        StringBuilder file = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < 11; i++) {
            file.append(START + i * 60_000L).append(",%d,%d,%d,%d,1.5\n".formatted(10 + i, 20 + i, 5 + i, 11 + i));
        }
        MarketSuite.Reply done =
                market.replayed(market.file("candles.csv", file.toString()), instrument("TEST:CANDLES"));

        assertEquals("1m", done.at("interval"));
        List<String> told = told("TEST:CANDLES");
        assertEquals(13, told.size());
        assertEquals("1m 00:04 14 24 9 15 1.5", told.get(4));
        assertEquals("5m 00:00 10 24 5 15 7.5", told.get(5));
        assertEquals("1m 00:05 15 25 10 16 1.5", told.get(6));
        String ofThisRun =
                "outbox where subject = 'TEST:CANDLES' and body::json->'data'->>'run' = '" + done.at("replay_id") + "'";
        assertEquals(13, market.count(ofThisRun));
        // Only the candles of the file carry its prices: the two that sum them up do not move a venue again.
        assertEquals(11, market.count(ofThisRun + " and body::json->'data'->>'replay' = 'true'"));
        assertEquals(0, market.count("candle where instrument = 'TEST:CANDLES' and not closed"));
    }

    @Test
    void aLoopGoesOnInTimeUntilItIsEnded() {
        String path = market.file("loop.csv", "time,price,quantity\n" + line(0, "10") + line(90, "12"));
        String id = market.replay(path, instrument("TEST:LOOP") + ",\"loop\":true");
        Await.until("three rounds", () -> market.count("tick where instrument = 'TEST:LOOP'") >= 6);
        market.inner("DELETE", "/internal/replays/" + id, null);

        List<?> candles =
                (List<?>) market.get("/api/v1/market/charts/TEST:LOOP?interval=1m&limit=4&from=2024-08-09T00:00:00Z")
                        .at("candles");
        assertEquals(
                List.of("2024-08-09T00:00:00Z", "2024-08-09T00:01:00Z", "2024-08-09T00:02:00Z", "2024-08-09T00:03:00Z"),
                candles.stream().map(row -> ((List<?>) row).getFirst()).toList());
    }

    @Test
    void aReplayAtSpeedKeepsTime() {
        String path = market.file("speed.csv", "time,price,quantity\n" + line(0, "10") + line(3600, "12"));
        String id = market.replay(path, instrument("TEST:SPEED") + ",\"speed\":\"2\"");
        Await.until("the first is stored", () -> market.count("tick where instrument = 'TEST:SPEED'") == 1);

        assertEquals(
                "running", market.inner("GET", "/internal/replays/" + id, null).at("state"));
        market.inner("DELETE", "/internal/replays/" + id, null);
        assertEquals(1, market.count("tick where instrument = 'TEST:SPEED'"));
    }

    @Test
    void ticksBuiltIntoMinutesAreNotReplacedByGivenCandles() {
        market.replayed(
                market.file("ticks.csv", "time,price,quantity\n" + line(0, "10") + line(60, "11")),
                instrument("TEST:BOTH"));
        market.replayed(
                market.file(
                        "both.csv",
                        "time,open,high,low,close,volume\n" + START + ",1,1,1,1,1\n" + (START + 60_000) + ",2,2,2,2,2\n"
                                + (START + 120_000) + ",3,3,3,3,3\n"),
                instrument("TEST:BOTH"));

        List<?> candles = (List<?>)
                market.get("/api/v1/market/charts/TEST:BOTH?interval=1m").at("candles");
        assertEquals(
                List.of("10", "11", "3"),
                candles.stream().map(row -> ((List<?>) row).get(4)).toList());
        assertTrue(volumeOfCandles("TEST:BOTH", "1d").startsWith("5"));
    }

    private static MarketSuite.Reply start(String path, String more) {
        return market.inner("POST", "/internal/replays", "{\"path\":\"" + path + "\"" + more + "}");
    }

    private static String instrument(String name) {
        return ",\"instrument\":\"" + name + "\"";
    }

    private static String line(long second, String price) {
        return (START + second * 1000) + "," + price + ",1\n";
    }

    private static List<String> told(String instrument) {
        return market.sql().list("""
                        select concat_ws(' ', d->>'interval', substr(d->>'open_time', 12, 5), d->>'open', d->>'high',
                            d->>'low', d->>'close', d->>'volume') as said
                        from (select id, body::json->'data' as d from outbox where subject = ?) as facts order by id""", rs -> rs.getString("said"), instrument);
    }

    private static String volumeOfTicks(String instrument) {
        return market.sql()
                .one(
                        "select sum(quantity)::text as v from tick where instrument = ?",
                        rs -> rs.getString("v"),
                        instrument)
                .orElseThrow();
    }

    private static String volumeOfCandles(String instrument, String interval) {
        return market.sql()
                .one(
                        "select sum(volume)::text as v from candle where instrument = ? and interval = ?",
                        rs -> rs.getString("v"),
                        instrument,
                        interval)
                .orElseThrow();
    }
}
