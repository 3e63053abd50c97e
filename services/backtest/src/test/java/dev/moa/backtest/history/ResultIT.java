package dev.moa.backtest.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.moa.backtest.BacktestSuite;
import dev.moa.backtest.Person;
import dev.moa.backtest.Walk;
import dev.moa.domain.candle.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResultIT {
    private static final String WALK = """
            {"name":"A walk","indicator_id":"ema_crossover","parameters":{"fast":2,"slow":3},\
            "instrument":"BINANCE:BTCUSDT","timeframe":"15m"}""";

    private static BacktestSuite suite;

    @BeforeAll
    static void start() {
        suite = new BacktestSuite(Map.of());
        suite.store("BINANCE:BTCUSDT", Interval.M15, Walk.candles(Interval.M15, 6_000));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void otherPeoplesRunsDoNotExist() {
        Person owner = suite.person("ann");
        Person stranger = suite.person("bob");
        Object id = owner.ended(WALK).at("run_id");
        assertEquals(404, stranger.result(id).status());
        assertEquals(404, stranger.get("/backtest/results/" + id + "/trades").status());
        assertEquals(404, stranger.delete("/backtest/results/" + id).status());
        assertEquals(0, stranger.get("/backtest/results").list("items").size());
        assertEquals(200, owner.result(id).status());
        assertEquals(
                stranger.result(UUID.randomUUID()).at("detail"),
                stranger.result(id).at("detail"));
    }

    @Test
    void theListIsPagedNewestFirstWithoutCurvesAndTrades() {
        Person person = suite.person("carl");
        List<Object> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.addFirst(person.ended(WALK).at("run_id"));
        }
        var first = person.get("/backtest/results?limit=2");
        var second = person.get("/backtest/results?limit=2&cursor=" + first.at("next_cursor"));
        assertEquals(asked.subList(0, 2), List.of(first.at("items.0.run_id"), first.at("items.1.run_id")));
        assertEquals(asked.get(2), second.at("items.0.run_id"));
        assertNull(second.at("next_cursor"));
        Map<?, ?> line = (Map<?, ?>) first.at("items.0");
        assertEquals("A walk", line.get("name"));
        assertFalse(line.containsKey("equity_curve") || line.containsKey("trades"));
    }

    @Test
    void manyTradesComeInPagesAndNoneIsMissing() {
        Person person = suite.person("dora");
        var found = person.ended(WALK);
        int all = (int)
                suite.number("select count(*) from backtest.run_trade where run_id = '" + found.at("run_id") + "'");
        List<Object> numbers = new ArrayList<>();
        found.list("trades").forEach(trade -> numbers.add(((Map<?, ?>) trade).get("number")));
        assertEquals(500, numbers.size());
        Object cursor = found.at("trades_cursor");
        while (cursor != null) {
            var page = person.get("/backtest/results/" + found.at("run_id") + "/trades?limit=100&cursor=" + cursor);
            page.list("items").forEach(trade -> numbers.add(((Map<?, ?>) trade).get("number")));
            cursor = page.at("next_cursor");
        }
        assertEquals(all, numbers.size());
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
    }

    @Test
    void aDeletedRunIsGoneWithItsTrades() {
        Person person = suite.person("emil");
        Object id = person.ended(WALK).at("run_id");
        assertEquals(204, person.delete("/backtest/results/" + id).status());
        assertEquals(404, person.result(id).status());
        assertEquals(404, person.delete("/backtest/results/" + id).status());
        assertEquals(0, suite.number("select count(*) from backtest.run_trade where run_id = '" + id + "'"));
    }
}
