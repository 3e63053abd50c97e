package dev.moa.trading.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.exit.StopGuardJob;
import dev.moa.trading.snapshot.Snapshots;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    private static final Coverage COVERAGE = new Coverage();
    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
    }

    @AfterAll
    static void stop() {
        COVERAGE.print();
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
        crash(point, kind, () -> person.post("/trading/orders", key, body));
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
        crash(point, "sale, " + kind, () -> person.post("/trading/orders", key, body));
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
        crash("CP14", "fill, " + kind, () -> {
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
        crash(point, "cancel", () -> person.delete("/trading/orders/" + id));
        Await.until(
                "the cancel, which was stored, is done",
                () -> person.get("/trading/orders/" + id).at("status").equals("CANCELLED"));
        Faults.settled(suite);
    }

    static Stream<String> cancelling() {
        return Stream.of("CP15", "CP16", "CP13");
    }

    @Test
    void aDaysSnapshotThatCrashedIsWrittenOnce() {
        suite.price(BTC, "60000");
        Person person = suite.person("jung");
        assertEquals(202, person.order(purchase("market")).status());
        crash("CP27", "snapshot", () -> takeSnapshots(person));
        suite.price(BTC, "60000");
        takeSnapshots(person);
        assertEquals(0, takeSnapshots(person), "a day is written once");
        Faults.settled(suite);
    }

    private static int takeSnapshots(Person person) {
        Snapshots snapshots = suite.bean(Snapshots.class);
        AccountLane lane = suite.bean(AccountLanes.class).of(person.id(), null);
        return snapshots.take(lane, snapshots.today().plusDays(2));
    }

    @Test
    void aStopThatTheGuardRestoredBeforeACrashIsThereOnce() throws SQLException {
        suite.price(BTC, "60000");
        Person person = suite.person("yoon");
        String body = body("BUY", "market", "60100", "59000", "61000").replace("}", ",\"stop_loss\":\"50000\"}");
        assertEquals(202, person.order(body).status());
        suite.stop();
        try (var connection = Servers.postgres().superuser(suite.database());
                var statement = connection.createStatement()) {
            statement.execute("UPDATE trading.position SET stop_loss = NULL WHERE stop_wanted IS NOT NULL");
        }
        suite.start();
        crash("CP28", "stop guard", () -> {
            suite.bean(StopGuardJob.class).run();
            return null;
        });
        suite.price(BTC, "60000");
        suite.bean(StopGuardJob.class).run();
        Await.until("the stop is there", () -> person.get("/positions").at("items.0.stop_loss") != null);
        Faults.settled(suite);
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

    private static void crash(String point, String what, Callable<?> request) {
        try (var crash = new ArmedCrash(point, suite.database());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.submit(request);
            crash.awaitEnd();
            suite.stop();
            asked.cancel(true);
        }
        COVERAGE.ended(suite, point, what);
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
