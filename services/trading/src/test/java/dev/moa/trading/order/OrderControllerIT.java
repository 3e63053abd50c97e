package dev.moa.trading.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderControllerIT {
    private static final String MARKET_BUY = """
            {"instrument":"BINANCE:BTCUSDT","side":"BUY","type":"MARKET","quantity":"0.1"}""";

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
        suite.price("BINANCE:BTCUSDT", "50000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static Person.Reply settled(Person person, Object orderId, String status) {
        Await.until(
                "order is " + status,
                () -> person.get("/trading/orders/" + orderId).at("status").equals(status));
        return person.get("/trading/orders/" + orderId);
    }

    @Test
    void aMarketOrderIsFilledWithItsFeeAndBecomesAPosition() {
        Person person = suite.person("ann");
        var placed = person.order(MARKET_BUY);
        assertEquals(202, placed.status(), () -> placed.raw().body());
        assertEquals("PAPER", placed.at("mode"));

        var order = settled(person, placed.at("order_id"), "FILLED");
        assertEquals("0.1", order.at("filled_quantity"));
        assertEquals("50010", order.at("average_price"), "two basis points against the buyer");
        assertEquals("5.001", order.at("fills.0.fee"));
        assertEquals(
                List.of("PENDING_NEW", "SUBMITTED", "ACCEPTED", "FILLED"),
                ((List<?>) order.at("transitions"))
                        .stream().map(step -> ((Map<?, ?>) step).get("status")).toList());

        var position = person.get("/positions");
        assertEquals("0.1", position.at("items.0.quantity"));
        assertEquals("50010", position.at("items.0.entry_price"));
        assertEquals("-5.001", position.at("items.0.realized_pnl"));
        assertEquals("-1", position.at("items.0.unrealized_pnl"));

        var summary = person.get("/portfolio/summary");
        assertEquals("USDT", summary.at("currency"));
        assertEquals("99993.999", summary.at("equity"), "100000 less one of price and 5.001 of fee");
        assertEquals(1, summary.at("open_positions"));
    }

    @Test
    void theSameKeyGivesTheSameOrderAndAnotherBodyIsRefused() {
        Person person = suite.person("bob");
        String key = UUID.randomUUID().toString();
        var first = person.post("/trading/orders", key, MARKET_BUY);
        var again = person.post("/trading/orders", key, MARKET_BUY);
        assertEquals(first.at("order_id"), again.at("order_id"));
        assertEquals(
                "true", again.raw().headers().firstValue("Idempotency-Replayed").orElse(""));
        var other = person.post("/trading/orders", key, MARKET_BUY.replace("0.1", "0.2"));
        assertEquals(422, other.status());
        assertEquals("idempotency_key_reused", other.at("code"));
        assertEquals(1, ((List<?>) person.get("/trading/orders").at("items")).size());
    }

    @Test
    void theSameKeySentManyTimesAtOnceMakesOneOrder() throws InterruptedException {
        Person person = suite.person("tim");
        String key = UUID.randomUUID().toString();
        List<Callable<Person.Reply>> calls =
                Collections.nCopies(12, () -> person.post("/trading/orders", key, MARKET_BUY));
        List<Person.Reply> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
        Set<Object> placed = answers.stream()
                .filter(answer -> answer.status() == 202)
                .map(answer -> answer.at("order_id"))
                .collect(Collectors.toSet());
        assertEquals(1, placed.size());
        for (Person.Reply answer : answers) {
            assertTrue(
                    answer.status() == 202 || answer.at("code").equals("idempotency_in_progress"),
                    () -> answer.raw().body());
        }
        assertEquals(1, ((List<?>) person.get("/trading/orders").at("items")).size());
    }

    @Test
    void aRefusalNamesEveryReasonAndIsGivenAgainUnderItsKey() {
        Person person = suite.person("carl");
        String key = UUID.randomUUID().toString();
        String body = """
                {"instrument":"BINANCE:BTCUSDT","side":"BUY","type":"LIMIT","quantity":"1000","price":"49999.999"}""";
        for (int i = 0; i < 2; i++) {
            var refused = person.post("/trading/orders", key, body);
            assertEquals(422, refused.status(), () -> refused.raw().body());
            String codes = refused.at("reasons").toString();
            assertTrue(
                    codes.contains("tick_size")
                            && codes.contains("insufficient_funds")
                            && codes.contains("max_order_value"),
                    codes);
        }
        assertEquals(0, ((List<?>) person.get("/trading/orders").at("items")).size());
    }

    @Test
    void aLimitOrderRestsReservesFillsAtItsPriceAndSurvivesARestart() {
        Person person = suite.person("dora");
        suite.price("BINANCE:ETHUSDT", "3000");
        var placed = person.order("""
                {"instrument":"BINANCE:ETHUSDT","side":"BUY","type":"LIMIT","quantity":"1","price":"2900"}""");
        assertEquals(202, placed.status(), () -> placed.raw().body());
        settled(person, placed.at("order_id"), "ACCEPTED");
        assertEquals("97097.1", usdt(person).get("available"));
        assertEquals("100000", usdt(person).get("total"));

        suite.stop();
        suite.start();
        suite.price("BINANCE:BTCUSDT", "50000");
        assertEquals("97097.1", usdt(person).get("available"));
        suite.price("BINANCE:ETHUSDT", "2899");
        var filled = settled(person, placed.at("order_id"), "FILLED");
        assertEquals("2900", filled.at("average_price"));
        assertEquals("97097.1", usdt(person).get("total"));
    }

    @Test
    void aRestingOrderCanBeCancelledOnceAndGivesItsMoneyBack() {
        Person person = suite.person("emil");
        var placed = person.order("""
                {"instrument":"BINANCE:BTCUSDT","side":"BUY","type":"LIMIT","quantity":"0.1","price":"40000"}""");
        String path = "/trading/orders/" + placed.at("order_id");
        settled(person, placed.at("order_id"), "ACCEPTED");
        assertEquals(202, person.delete(path).status());
        settled(person, placed.at("order_id"), "CANCELLED");
        assertEquals("100000", usdt(person).get("available"));
        var twice = person.delete(path);
        assertEquals(409, twice.status());
        assertEquals("order_closed", twice.at("code"));
    }

    @Test
    void otherPeoplesOrdersDoNotExist() {
        Person owner = suite.person("fred");
        Person stranger = suite.person("gina");
        Object order = owner.order(MARKET_BUY).at("order_id");
        settled(owner, order, "FILLED");
        Object account = owner.get("/trading/orders/" + order).at("account_id");
        assertEquals(404, stranger.get("/trading/orders/" + order).status());
        assertEquals(404, stranger.delete("/trading/orders/" + order).status());
        Object position = owner.get("/positions").at("items.0.position_id");
        assertEquals(404, stranger.get("/positions/" + position).status());
        var foreign = stranger.order(MARKET_BUY.replace("{", "{\"account_id\":\"" + account + "\","));
        assertEquals(404, foreign.status());
    }

    @Test
    void badInputIsExplainedAndChangesNothing() {
        Person person = suite.person("hugo");
        assertEquals(
                "idempotency_key_required",
                person.post("/trading/orders", null, MARKET_BUY).at("code"));
        for (String body : List.of(
                "{",
                "[]",
                "{}",
                MARKET_BUY.replace("BUY", "HOLD"),
                MARKET_BUY.replace("MARKET", "MAGIC"),
                MARKET_BUY.replace("\"0.1\"", "\"-1\""),
                MARKET_BUY.replace("\"0.1\"", "\"1e400\""),
                MARKET_BUY.replace("\"0.1\"", "\"NaN\""),
                MARKET_BUY.replace("BINANCE:BTCUSDT", "no such thing"),
                MARKET_BUY.replace("\"quantity\":\"0.1\"", "\"price\":\"1\""))) {
            var refused = person.order(body);
            assertEquals(400, refused.status(), body);
            assertTrue(refused.body().containsKey("code"), body);
        }
        var unknown = person.order(MARKET_BUY.replace("BTCUSDT", "NOPEUSDT"));
        assertEquals(422, unknown.status());
        assertEquals("no_price", unknown.at("code"));
        assertEquals(0, ((List<?>) person.get("/trading/orders").at("items")).size());
    }

    @Test
    void aPriceThatRedisForgotIsAskedOfTheCollector() {
        Person person = suite.person("jo");
        suite.market().knows("BINANCE:ETHUSDT", "2000");
        String order = MARKET_BUY.replace("BTCUSDT", "ETHUSDT");
        suite.market().away(true);
        var unanswered = person.order(order);
        assertEquals(503, unanswered.status());
        assertEquals("dependency_away", unanswered.at("code"));
        assertEquals(0, ((List<?>) person.get("/trading/orders").at("items")).size());

        suite.market().away(false);
        var placed = person.order(order);
        assertEquals(202, placed.status(), () -> placed.raw().body());
        assertEquals("2000.4", settled(person, placed.at("order_id"), "FILLED").at("average_price"));
    }

    @Test
    void limitsOfTheirOwnAreKept() {
        Person person = suite.person("ines");
        var set = person.put("/risk/limits", """
                {"max_order_value":{"USDT":"1000"},"max_order_value_pct":"50","max_open_positions":1}""");
        assertEquals(200, set.status(), () -> set.raw().body());
        assertEquals("max_order_value", person.order(MARKET_BUY).at("code"));
        assertEquals(202, person.order(MARKET_BUY.replace("0.1", "0.01")).status());
        assertEquals(
                400, person.put("/risk/limits", "{\"max_open_positions\":-1}").status());
    }

    private static Map<?, ?> usdt(Person person) {
        List<?> cash = (List<?>) person.get("/portfolio/summary").at("cash");
        return cash.stream()
                .map(balance -> (Map<?, ?>) balance)
                .filter(balance -> balance.get("currency").equals("USDT"))
                .findFirst()
                .orElseThrow();
    }
}
