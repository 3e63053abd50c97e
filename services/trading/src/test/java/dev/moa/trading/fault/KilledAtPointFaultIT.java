package dev.moa.trading.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each crash point of the paper path once by a real SIGKILL of a real process. */
class KilledAtPointFaultIT {
    private static final String BTC = "BINANCE:BTCUSDT";
    private static final String RESTS = "{\"instrument\":\"" + BTC
            + "\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"0.01\",\"price\":\"59000\"}";
    private static final String TRADES =
            "{\"instrument\":\"" + BTC + "\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.01\"}";

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
        suite.market().knows(BTC, "60000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CP01", "CP02", "CP08", "CP09", "CP10", "CP14"})
    void anOrderWhoseProcessWasKilledIsThereOnce(String point) {
        Person person = suite.person("kim");
        String key = UUID.randomUUID().toString();
        suite.stop();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Child child = Child.start(suite, point)) {
            threads.submit(() -> person.post("/trading/orders", key, TRADES));
            System.out.println(point + ": killed process " + child.killAtItsPoint());
        } finally {
            suite.start();
        }
        Person.Reply[] answer = new Person.Reply[1];
        Await.until("there is an answer", () -> {
            answer[0] = person.post("/trading/orders", key, TRADES);
            return answer[0].status() == 202;
        });
        Faults.settled(suite);
        List<?> orders = (List<?>) person.get("/trading/orders").at("items");
        assertEquals(1, orders.size());
        assertEquals(1, ((List<?>) person.get("/trading/history").at("items")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CP15", "CP16", "CP13"})
    void anOrderWhoseProcessWasKilledWhileCancellingIsCancelled(String point) {
        Person person = suite.person("lee");
        suite.price(BTC, "60000");
        String id = (String) person.order(RESTS).at("order_id");
        suite.stop();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Child child = Child.start(suite, point)) {
            threads.submit(() -> person.delete("/trading/orders/" + id));
            System.out.println(point + ": killed process " + child.killAtItsPoint());
        } finally {
            suite.start();
        }
        Await.until(
                "it is cancelled",
                () -> person.get("/trading/orders/" + id).at("status").equals("CANCELLED"));
        Faults.settled(suite);
    }
}
