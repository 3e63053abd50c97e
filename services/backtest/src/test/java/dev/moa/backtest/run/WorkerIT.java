package dev.moa.backtest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.backtest.BacktestSuite;
import dev.moa.backtest.Person;
import dev.moa.backtest.Walk;
import dev.moa.contract.LiveMessages;
import dev.moa.domain.candle.Interval;
import dev.moa.platform.live.Live;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to a run when its worker, its queue or its person goes away. */
class WorkerIT {
    private static final String LONG = """
            {"indicator_id":"ema_crossover","parameters":{"fast":12,"slow":26},"instrument":"BINANCE:BTCUSDT",\
            "timeframe":"1m"}""";
    private static final String SHORT = LONG.replace("1m", "1h");

    private static BacktestSuite suite;

    @BeforeAll
    static void start() {
        suite = new BacktestSuite(
                Map.of("MOA_BACKTEST_LEASE", "2s", "MOA_BACKTEST_POLL", "200ms", "MOA_BACKTEST_QUEUE", 2));
        suite.store("BINANCE:BTCUSDT", Interval.M1, Walk.candles(Interval.M1, 300_000));
        suite.store("BINANCE:BTCUSDT", Interval.H1, Walk.candles(Interval.H1, 500));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static Object running(Person person) {
        Object id = person.run(LONG).at("run_id");
        Await.until("it is at work", () -> person.result(id).at("status").equals("RUNNING"));
        return id;
    }

    @Test
    void aRunWhoseWorkerEndedBeginsAgainAndFindsTheSame() {
        Person person = suite.person("ann");
        var undisturbed = person.ended(LONG);
        Object id = running(person);
        suite.stop();
        assertEquals(
                1, suite.number("select count(*) from backtest.run where state = 'RUNNING' and run_id = '" + id + "'"));
        suite.start();
        var found = person.ended(id);
        assertEquals("COMPLETED", found.at("status"));
        assertEquals(undisturbed.at("figures"), found.at("figures"));
        assertEquals(undisturbed.at("trades"), found.at("trades"));
        assertEquals(2, suite.number("select attempt from backtest.run where run_id = '" + id + "'"));
        assertEquals(1, finished(id));
    }

    @Test
    void aWorkerPresumedDeadWritesNothingMore() {
        Person person = suite.person("bob");
        Object id = running(person);
        suite.change(
                "update backtest.run set attempt = attempt + 1, lease_until = now() + interval '1 minute' where run_id = '"
                        + id + "'");
        Object next = person.run(SHORT).at("run_id");
        assertEquals("COMPLETED", person.ended(next).at("status"), "the worker has let the first one go");
        assertEquals("RUNNING", person.result(id).at("status"));
        assertEquals(0, finished(id));
        suite.change("update backtest.run set lease_until = now() - interval '1 second' where run_id = '" + id + "'");
        assertEquals("COMPLETED", person.ended(id).at("status"));
    }

    @Test
    void aRunThatEndsItsWorkerAgainAndAgainIsGivenUp() {
        Person person = suite.person("carl");
        Object id = running(person);
        suite.change("update backtest.run set attempt = 5, lease_until = now() - interval '1 second' where run_id = '"
                + id + "'");
        var found = person.ended(id);
        assertEquals("FAILED", found.at("status"));
        assertTrue(found.at("error").toString().endsWith("."));
        assertEquals(1, finished(id));
    }

    @Test
    void deletingARunningOneStopsItAndTellsSo() {
        Person person = suite.person("dora");
        Object id = running(person);
        assertEquals(204, person.delete("/backtest/results/" + id).status());
        assertEquals(404, person.result(id).status());
        assertEquals("COMPLETED", person.ended(SHORT).at("status"));
        assertEquals(0, suite.number("select count(*) from backtest.run_trade where run_id = '" + id + "'"));
        assertEquals(
                1,
                suite.number("select count(*) from backtest.outbox where subject = '" + id
                        + "' and body like '%CANCELLED%'"));
    }

    @Test
    void progressIsToldWhileItRuns() {
        Person person = suite.person("emil");
        List<String> heard = new CopyOnWriteArrayList<>();
        try (var _ = suite.bean(Live.class)
                .subscribe(LiveMessages.PERSON_CHANNEL + person.id(), (channel, message) -> heard.add(message))) {
            Object id = person.ended(LONG).at("run_id");
            Await.until("the end is told", () -> heard.getLast().contains("COMPLETED"));
            assertTrue(heard.getFirst().contains("RUNNING") && heard.getFirst().contains("backtest_progress"));
            assertTrue(heard.stream().allMatch(message -> message.contains(id.toString())));
        }
    }

    @Test
    void nobodyFillsTheQueueAlone() {
        Person person = suite.person("fred");
        Object first = person.run(LONG).at("run_id");
        Object second = person.run(LONG).at("run_id");
        var refused = person.run(SHORT);
        assertEquals(429, refused.status());
        assertEquals("too_many_runs", refused.at("code"));
        assertTrue(refused.raw().headers().firstValue("Retry-After").isPresent());
        assertEquals(202, suite.person("gina").run(SHORT).status());
        person.delete("/backtest/results/" + first);
        person.delete("/backtest/results/" + second);
        assertEquals("COMPLETED", person.ended(SHORT).at("status"));
    }

    @Test
    void aRunAskedForWhileTheQueueIsAwayIsDoneWhenItIsBack() {
        Person person = suite.person("hugo");
        Servers.rabbit().kill();
        Object id = person.run(SHORT).at("run_id");
        assertEquals("QUEUED", person.result(id).at("status"));
        Servers.rabbit().start();
        assertEquals("COMPLETED", person.ended(id).at("status"));
    }

    @Test
    void aBrokenCandleFailsTheRunInOneSentence() {
        Person person = suite.person("ines");
        suite.change("update market.candle set high = low - 1 where instrument = 'BINANCE:BTCUSDT' and interval = '1h'"
                + " and open_time = '2024-01-05T00:00:00Z'");
        var found = person.ended(SHORT);
        suite.change("update market.candle set high = greatest(open, close) where instrument = 'BINANCE:BTCUSDT'"
                + " and interval = '1h' and open_time = '2024-01-05T00:00:00Z'");
        assertEquals("FAILED", found.at("status"));
        assertEquals("Candle at 2024-01-05T00:00:00Z has a price outside its low and high.", found.at("error"));
    }

    private static long finished(Object id) {
        return suite.number(
                "select count(*) from backtest.outbox where subject = '" + id + "' and name = 'backtest.finished'");
    }
}
