package dev.moa.trading.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.exchange.ExchangeOrder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases of reliability.md that need a plan: both exits traded, and a stop that is gone at the broker. */
class PlanAtBrokerIT {
    @TempDir
    Path keys;

    private BrokerSuite broker;

    @AfterEach
    void stop() {
        broker.close();
    }

    /** A bracket whose entry has filled at 100; its target stands at 150, its stop at 90. */
    private String bracket(Map<String, String> settings) {
        broker = new BrokerSuite(keys, settings);
        String plan = broker.order("\"side\":\"BUY\",\"type\":\"BRACKET\",\"quantity\":\"1\",\"price\":\"100\","
                + "\"take_profit\":\"150\",\"stop_loss\":\"90\"");
        Await.until("the entry is there", () -> open("BUY").size() == 1);
        broker.there().fill(open("BUY").getFirst(), "1", "100");
        return plan;
    }

    private List<ExchangeOrder> open(String side) {
        return broker.there().orders().stream()
                .filter(order -> order.isOpen() && order.side().equals(side))
                .toList();
    }

    private ExchangeOrder exit(String type) {
        Await.until(
                type + " is there",
                () -> open("SELL").stream().anyMatch(order -> order.type().equals(type)));
        return open("SELL").stream()
                .filter(order -> order.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private List<String> alarms() throws SQLException {
        return broker.rows("select body from trading.outbox where name = 'order.alarm'");
    }

    @Test
    void R39_bothExitsTradedIsAlarmedAndTheExcessIsBoughtBack() throws SQLException {
        String plan = bracket(Map.of());
        ExchangeOrder target = exit("LIMIT");
        broker.suite().price(BrokerSuite.BTC, "89");
        ExchangeOrder stop = exit("MARKET");
        broker.exchange().holdStreams();
        broker.there().fill(stop, "1", "89");
        broker.there().fill(target, "1", "150");
        broker.exchange().release(false, 1);
        Await.until("the excess is bought back", () -> open("BUY").size() == 1);
        ExchangeOrder repair = open("BUY").getFirst();
        assertEquals("MARKET", repair.type());
        assertEquals("1", repair.quantity().toPlainString());
        broker.there().fill(repair, "1", "90");
        broker.await(plan, "REJECTED");
        Await.until(
                "nothing is held",
                () -> broker.person().get("/positions").at("items").equals(List.of()));
        assertEquals(0, broker.there().held(BrokerSuite.BTC).signum());
        assertTrue(alarms().stream().anyMatch(body -> body.contains("Both exits have traded")), alarms().toString());
        assertEquals(List.of(), open("SELL"));
    }

    @Test
    void R40_aStopThatIsGoneAtTheBrokerIsRestoredOnce() {
        String plan = bracket(Map.of("MOA_BROKERS_STUB_STOPS", "true"));
        ExchangeOrder first = exit("STOP");
        ExchangeOrder target = exit("LIMIT");
        broker.there().end(first, "CANCELLED");
        Await.until(
                "there is a stop again",
                () -> open("SELL").stream()
                        .anyMatch(order ->
                                order.type().equals("STOP") && !order.number().equals(first.number())));
        ExchangeOrder second = exit("STOP");
        assertEquals("90", second.stopPrice().toPlainString());
        broker.restart("100");
        assertEquals(2, open("SELL").size(), "one stop, one target");
        broker.there().fill(second, "1", "90");
        broker.await(plan, "FILLED");
        Await.until("the target is gone", () -> !target.isOpen());
    }

    @Test
    void R40_aStopThatWaitsHereIsThereAgainAfterARestart() {
        String plan = bracket(Map.of());
        exit("LIMIT");
        broker.restart("100");
        broker.suite().price(BrokerSuite.BTC, "88");
        ExchangeOrder stop = exit("MARKET");
        broker.there().fill(stop, "1", "88");
        broker.await(plan, "FILLED");
        Await.until("the target is gone", () -> open("SELL").isEmpty());
    }
}
