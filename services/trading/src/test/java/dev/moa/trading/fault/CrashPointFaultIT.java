package dev.moa.trading.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every crash point of the paper path with every kind of order that passes it: after the restart there is one order. */
class CrashPointFaultIT {
    private static final String BTC = "BINANCE:BTCUSDT";
    /** MEETS, RESTS and STOP stand for prices: one that trades at once, one that waits, one on the far side of the market. */
    private static final Map<String, String> ORDERS = Map.of(
            "market", "'type':'MARKET','quantity':'0.01'",
            "market for an amount", "'type':'MARKET','quote_amount':'500'",
            "limit that trades", "'type':'LIMIT','quantity':'0.01','price':'MEETS'",
            "limit that rests", "'type':'LIMIT','quantity':'0.01','price':'RESTS'",
            "limit that expires", "'type':'LIMIT','quantity':'0.01','price':'RESTS','time_in_force':'IOC'",
            "stop", "'type':'STOP','quantity':'0.01','stop_price':'STOP'",
            "stop limit", "'type':'STOP_LIMIT','quantity':'0.01','stop_price':'STOP','price':'STOP'",
            "trailing stop", "'type':'TRAILING_STOP','quantity':'0.01','trail_pct':'2'");

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    static Stream<Arguments> placing() {
        return everyKind("CP01", "CP02", "CP08", "CP09", "CP10");
    }

    static Stream<Arguments> selling() {
        return everyKind("CP01", "CP02", "CP10");
    }

    private static Stream<Arguments> everyKind(String... points) {
        return ORDERS.keySet().stream()
                .sorted()
                .flatMap(kind -> Stream.of(points)
                        .flatMap(
                                point -> IntStream.range(0, Scale.of(1)).mapToObj(round -> Arguments.of(point, kind))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("placing")
    void anOrderWhosePlacementCrashedIsThereOnceWhenItIsAskedForAgain(String point, String kind) {
        suite.price(BTC, "60000");
        Person person = suite.person("kim");
        person.get("/positions");
        String key = UUID.randomUUID().toString();
        String body = purchase(kind);
        crash(point, () -> person.post("/trading/orders", key, body));
        assertOneOrder(person, key, body);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("selling")
    void aSaleWhosePlacementCrashedIsThereOnceWhenItIsAskedForAgain(String point, String kind) {
        suite.price(BTC, "60000");
        Person person = suite.person("lee");
        assertEquals(202, person.order(purchase("market")).status());
        String key = UUID.randomUUID().toString();
        String body = body("SELL", kind, "59900", "61000", "59000");
        crash(point, () -> person.post("/trading/orders", key, body));
        assertOneOrder(person, key, body);
    }

    @ParameterizedTest(name = "CP14, {0}")
    @MethodSource("filling")
    void aFillThatWasCommittedBeforeACrashIsCountedOnce(String kind) {
        suite.price(BTC, "60000");
        Person person = suite.person("choi");
        person.get("/positions");
        String key = UUID.randomUUID().toString();
        String body = purchase(kind);
        crash("CP14", () -> {
            person.post("/trading/orders", key, body);
            return suite.tell(BTC, "58000");
        });
        assertOneOrder(person, key, body);
        Await.until(
                "it is filled",
                () -> person.get("/trading/orders?status=FILLED").at("items") instanceof List<?> filled
                        && filled.size() == 1);
        assertEquals(1, ((List<?>) person.get("/trading/history").at("items")).size());
    }

    static Stream<String> filling() {
        return Stream.of("market", "market for an amount", "limit that trades", "limit that rests");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cancelling")
    void anOrderWhoseCancelCrashedIsCancelledOnceTheProcessIsBack(String point) {
        suite.price(BTC, "60000");
        Person person = suite.person("park");
        String body = purchase("limit that rests");
        String id = (String) person.order(body).at("order_id");
        crash(point, () -> person.delete("/trading/orders/" + id));
        Await.until(
                "the cancel, which was stored, is done",
                () -> person.get("/trading/orders/" + id).at("status").equals("CANCELLED"));
        Faults.settled(suite);
    }

    static Stream<String> cancelling() {
        return Stream.of("CP15", "CP16", "CP13");
    }

    private static String purchase(String kind) {
        return body("BUY", kind, "60100", "59000", "61000");
    }

    private static String body(String side, String kind, String meets, String rests, String stop) {
        String terms = ORDERS.get(kind)
                .replace('\'', '"')
                .replace("\"MEETS\"", '"' + meets + '"')
                .replace("\"RESTS\"", '"' + rests + '"')
                .replace("price\":\"STOP\"", "price\":\"" + stop + '"');
        return "{\"instrument\":\"" + BTC + "\",\"side\":\"" + side + "\"," + terms + "}";
    }

    private static void crash(String point, Callable<?> request) {
        try (var crash = new ArmedCrash(point, suite.database());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.submit(request);
            crash.awaitEnd();
            suite.stop();
            asked.cancel(true);
        }
        suite.start();
    }

    private static void assertOneOrder(Person person, String key, String body) {
        suite.price(BTC, "60000");
        Person.Reply[] answer = new Person.Reply[1];
        Await.until("there is an answer", () -> {
            answer[0] = person.post("/trading/orders", key, body);
            return answer[0].status() != 503 && answer[0].status() != 409;
        });
        Person.Reply again = answer[0];
        assertEquals(202, again.status(), again.body()::toString);
        Faults.settled(suite);
        String id = (String) again.at("order_id");
        List<?> orders = (List<?>) person.get("/trading/orders").at("items");
        long same = orders.stream()
                .filter(order -> ((Map<?, ?>) order).get("order_id").equals(id))
                .count();
        assertEquals(1, same);
        assertTrue(orders.size() <= 2, "the purchase before a sale, and the order itself");
    }
}
