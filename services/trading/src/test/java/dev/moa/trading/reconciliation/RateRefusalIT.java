package dev.moa.trading.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.ClientOrderIds;
import dev.moa.domain.value.OrderId;
import dev.moa.testkit.Await;
import dev.moa.testkit.exchange.Mood;
import dev.moa.testkit.exchange.Route;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that a broker refuses for its rate is handed in again, as another attempt, within a bounded time. */
class RateRefusalIT {
    private static final String BUY = "\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"1\",\"price\":\"90\"";
    private static final Mood FOR_A_SECOND = Mood.rateLimited(Duration.ofSeconds(1));

    @TempDir
    Path keys;

    private BrokerSuite broker;

    @BeforeEach
    void start() {
        broker = new BrokerSuite(keys, Map.of("MOA_ORDERS_ATTEMPTS_WITHIN", "4s"));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private List<String> attempts(String order) throws SQLException {
        return broker.rows("select attempt || ' ' || state from trading.order_attempt where order_id = '" + order
                + "' order by attempt");
    }

    private List<String> names(String order) throws SQLException {
        return broker.rows(
                "select client_order_id from trading.order_attempt where order_id = '" + order + "' order by attempt");
    }

    @Test
    void itIsTriedAgainUnderAnotherNameWhenTheTimeHasComeThatTheBrokerNamed() throws SQLException {
        broker.exchange().script(Route.PLACE, FOR_A_SECOND, FOR_A_SECOND);
        String order = broker.order(BUY);
        broker.await(order, "ACCEPTED");
        assertEquals(List.of("1 NOT_PLACED", "2 NOT_PLACED", "3 TAKEN"), attempts(order));
        assertEquals(3, names(order).stream().distinct().count());
        assertEquals(names(order).getLast(), broker.onlyOpen().clientId());
        assertEquals(
                List.of(),
                broker.rows("select a.attempt::text from trading.order_attempt a join trading.order_attempt b"
                        + " using (order_id) where b.attempt = a.attempt + 1 and b.sent_at < a.again_at"));
        assertTrue(broker.view(order).at("transitions").toString().contains("too many requests"));
        broker.there().fill(broker.onlyOpen(), "1", "90");
        broker.await(order, "FILLED");
    }

    @Test
    void itIsRejectedWhenTheBrokerHasNoRoomForTooLong() throws SQLException {
        broker.exchange().script(Route.PLACE, FOR_A_SECOND, FOR_A_SECOND, FOR_A_SECOND, FOR_A_SECOND, FOR_A_SECOND);
        broker.exchange().script(Route.PLACE, FOR_A_SECOND, FOR_A_SECOND, FOR_A_SECOND, FOR_A_SECOND, FOR_A_SECOND);
        String order = broker.order(BUY);
        broker.await(order, "REJECTED");
        assertTrue(attempts(order).size() >= 2, attempts(order).toString());
        assertTrue(attempts(order).stream().allMatch(attempt -> attempt.endsWith("NOT_PLACED")));
        assertEquals(List.of(), broker.there().orders());
    }

    @Test
    void aBrokerThatWantsToWaitForTooLongIsNotWaitedFor() {
        broker.exchange().script(Route.PLACE, Mood.rateLimited(Duration.ofMinutes(10)));
        String order = broker.order(BUY);
        broker.await(order, "REJECTED");
        assertEquals(1, broker.exchange().asked(Route.PLACE));
    }

    @Test
    void whatIsCancelledWhileItWaitsIsNeverSent() {
        broker.exchange().script(Route.PLACE, Mood.rateLimited(Duration.ofSeconds(3)));
        String order = broker.order(BUY);
        broker.await(order, "PENDING_NEW");
        assertTrue(broker.person().delete("/trading/orders/" + order).status() < 300);
        broker.await(order, "CANCELLED");
        String next = broker.order(BUY);
        broker.await(next, "ACCEPTED");
        assertEquals(2, broker.exchange().asked(Route.PLACE));
        assertEquals(1, broker.there().orders().size());
    }

    @Test
    void aRestartWhileItWaitsSendsItOnceAndNotBeforeItsTime() throws SQLException {
        broker.exchange().script(Route.PLACE, Mood.rateLimited(Duration.ofSeconds(3)));
        String order = broker.order(BUY);
        Await.until("it waits", () -> attempts(order).equals(List.of("1 NOT_PLACED")));
        broker.restart("100");
        broker.await(order, "ACCEPTED");
        assertEquals(List.of("1 NOT_PLACED", "2 TAKEN"), attempts(order));
        assertEquals(
                List.of("t"),
                broker.rows("select (select sent_at from trading.order_attempt where attempt = 2)"
                        + " >= (select again_at from trading.order_attempt where attempt = 1)"));
        assertEquals(1, broker.there().orders().size());
    }

    @Test
    void thePartsOfAPlanBearNamesOfThisInstallationThatARestoredOneCannotMakeAgain() throws SQLException {
        String first = leg();
        UUID epoch = UUID.fromString(
                broker.rows("select epoch::text from trading.installation").getFirst());
        OrderId order = new OrderId(UUID.fromString(first));
        assertEquals(ClientOrderIds.of(epoch, order, 1), broker.onlyOpen().clientId());
        assertEquals(List.of(broker.onlyOpen().clientId()), names(first));

        broker.change("update trading.installation set epoch = gen_random_uuid(), number = number + 1");
        UUID restored = UUID.fromString(
                broker.rows("select epoch::text from trading.installation").getFirst());
        String second = leg();
        String name = names(second).getFirst();
        assertEquals(ClientOrderIds.of(restored, new OrderId(UUID.fromString(second)), 1), name);
        assertNotEquals(ClientOrderIds.of(restored, order, 1), ClientOrderIds.of(epoch, order, 1));
    }

    /** Begins a plan of one resting order; answers that order when it is at the broker. */
    private String leg() {
        String plan = broker.order("\"side\":\"BUY\",\"type\":\"BRACKET\",\"quantity\":\"1\",\"price\":\"80\","
                + "\"take_profit\":\"150\",\"stop_loss\":\"70\"");
        Await.until("its entry waits at the broker", () -> legs(plan).equals(List.of("ACCEPTED")));
        return (String) broker.view(plan).at("legs.0.order_id");
    }

    private List<String> legs(String plan) {
        return ((List<?>) broker.view(plan).at("legs"))
                .stream().map(leg -> (String) ((Map<?, ?>) leg).get("status")).toList();
    }
}
