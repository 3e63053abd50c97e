package dev.moa.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moa.testkit.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From an empty machine to money: register, link Telegram, replay recorded candles, a strategy trades them on paper. */
class ReplayedStrategySimulationTest {
    private static final String STRATEGY = """
            "indicator_id":"ema_crossover","parameters":{"fast":8,"slow":21},"instrument":"BINANCE:BTCUSDT",\
            "timeframe":"1m","investment_pct":"20","long_tp_pct":"0.8","long_sl_pct":"0.4\"""";
    private static final long CHAT = 4242;

    @Test
    void aReplayedFileIsTradedOnPaperAsInItsBacktestAndEveryFillIsTold() throws IOException {
        try (RunningSuite suite = new RunningSuite()) {
            Api mina = Api.firstAccount(suite.address());
            mina.raiseDailyTrades();
            link(suite, mina);
            String strategy = mina.post("/strategies", null, "{\"name\":\"Crossing\"," + STRATEGY + "}")
                    .expect(201)
                    .text("strategy_id");
            mina.post("/strategies/" + strategy + "/activate", null, null).expect(200);

            suite.replay(Candles.file(1500), "--instrument", "BINANCE:BTCUSDT", "--speed", "max");
            JsonNode backtest = backtest(mina);
            List<String> expected = backtest.path("trades")
                    .valueStream()
                    .filter(trade -> trade.hasNonNull("exit_time"))
                    .map(ReplayedStrategySimulationTest::trade)
                    .sorted()
                    .toList();
            assertTrue(expected.size() >= 5, "too few trades to prove anything: " + expected);
            Await.until(
                    "the strategy has traded as often as its backtest",
                    Duration.ofMinutes(2),
                    () -> mina.all("/positions/history").size() >= expected.size());
            List<String> traded = mina.all("/positions/history").stream()
                    .map(ReplayedStrategySimulationTest::position)
                    .sorted()
                    .toList();
            assertEquals(expected, traded);
            Await.until("the replay was walked to its end", () -> isAtTheLatestPrice(mina));
            theBookEqualsTheSumOfItsFills(mina);
            everyFillIsTold(suite, mina);
        }
    }

    private static void link(RunningSuite suite, Api mina) {
        String code = mina.post("/telegram/register", null, "{}").text("code");
        suite.telegram().say(CHAT, "/start " + code);
        Await.until(
                "the chat is linked",
                () -> mina.get("/telegram").body().path("linked").asBoolean());
    }

    private static JsonNode backtest(Api mina) {
        String body = "{" + STRATEGY + ",\"initial_cash\":\"100000\",\"fill\":\"signal_close\"}";
        String run = mina.post("/backtest/run", null, body).expect(202).text("run_id");
        Await.until(
                "the backtest is done",
                Duration.ofMinutes(1),
                () -> List.of("COMPLETED", "FAILED")
                        .contains(mina.get("/backtest/results/" + run).text("status")));
        JsonNode result =
                mina.get("/backtest/results/" + run + "?limit=500").expect(200).body();
        assertEquals("COMPLETED", result.path("status").asText(), result::toString);
        return result;
    }

    private static boolean isAtTheLatestPrice(Api mina) {
        JsonNode quote = mina.get("/market/quotes?instruments=BINANCE:BTCUSDT")
                .expect(200)
                .body();
        BigDecimal latest = new BigDecimal(quote.findValue("price").asText());
        return mina.all("/positions").stream()
                .allMatch(position -> number(position, "mark_price").compareTo(latest) == 0);
    }

    private static void theBookEqualsTheSumOfItsFills(Api mina) {
        BigDecimal cash = new BigDecimal("100000");
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal profit = BigDecimal.ZERO;
        for (JsonNode fill : mina.all("/trading/history")) {
            BigDecimal sign = fill.path("side").asText().equals("BUY") ? BigDecimal.ONE : BigDecimal.ONE.negate();
            BigDecimal quantity = number(fill, "quantity").multiply(sign);
            held = held.add(quantity);
            cash = cash.subtract(quantity.multiply(number(fill, "price"))).subtract(number(fill, "fee"));
            profit = profit.add(number(fill, "realized_pnl"));
        }
        JsonNode summary = mina.get("/portfolio/summary").expect(200).body();
        JsonNode usdt = summary.path("cash")
                .valueStream()
                .filter(balance -> balance.path("currency").asText().equals("USDT"))
                .findFirst()
                .orElseThrow();
        same(cash, number(usdt, "total"));
        same(profit, number(summary, "realized_pnl"));
        BigDecimal inPositions = BigDecimal.ZERO;
        for (JsonNode position : mina.all("/positions")) {
            same(held, number(position, "quantity"));
            inPositions = number(position, "quantity").multiply(number(position, "mark_price"));
        }
        same(cash.add(inPositions), number(summary, "equity"));
        same(
                number(summary, "equity").subtract(new BigDecimal("100000")),
                number(summary, "realized_pnl").add(number(summary, "unrealized_pnl")));
    }

    private static void everyFillIsTold(RunningSuite suite, Api mina) {
        int fills = mina.all("/trading/history").size();
        Await.until("every fill is told", Duration.ofMinutes(2), () -> tellings(suite) >= fills);
        assertEquals(fills, tellings(suite));
    }

    private static long tellings(RunningSuite suite) {
        return suite.telegram().textsTo(CHAT).stream()
                .filter(text -> text.contains("BTCUSDT"))
                .count();
    }

    private static String trade(JsonNode trade) {
        return trade.path("entry_time").asText() + " " + plain(trade, "entry_price") + " " + plain(trade, "exit_price")
                + " " + plain(trade, "pnl");
    }

    private static String position(JsonNode position) {
        return position.path("opened_at").asText() + " " + plain(position, "entry_price") + " "
                + plain(position, "mark_price") + " " + plain(position, "realized_pnl");
    }

    private static String plain(JsonNode node, String field) {
        return number(node, field).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }

    private static void same(BigDecimal expected, BigDecimal actual) {
        assertEquals(expected.stripTrailingZeros(), actual.stripTrailingZeros());
    }
}
