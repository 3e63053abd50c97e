package dev.moa.trading.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of several parts over HTTP on real servers, with the process ended between their steps. */
class PlanIT {
    private static final String BTC = "BINANCE:BTCUSDT";

    private TradingSuite suite;
    private Person person;

    @BeforeEach
    void start() {
        suite = new TradingSuite();
        suite.price(BTC, "50000");
        person = suite.person("ann");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    private void restart(String price) {
        suite.stop();
        suite.start();
        suite.price(BTC, price);
    }

    private String begin(String terms) {
        var placed = person.order("{\"instrument\":\"" + BTC + "\"," + terms + "}");
        assertEquals(202, placed.status(), () -> placed.raw().body());
        return (String) placed.at("order_id");
    }

    private Person.Reply plan(String id) {
        return person.get("/trading/orders/" + id);
    }

    private void settles(String id, String status) {
        Await.until("the plan is " + status, () -> plan(id).at("status").equals(status));
    }

    private List<String> openLegs(String id) {
        return ((List<?>) plan(id).at("legs"))
                .stream()
                        .map(leg -> (Map<?, ?>) leg)
                        .filter(leg -> leg.get("status").equals("ACCEPTED"))
                        .map(leg -> leg.get("leg") + " " + leg.get("quantity"))
                        .sorted()
                        .toList();
    }

    @Test
    void aBracketSurvivesARestartAtEachStepAndLeavesNothingBehind() {
        String id = begin("\"side\":\"BUY\",\"type\":\"BRACKET\",\"quantity\":\"0.1\",\"price\":\"49000\","
                + "\"take_profit\":\"52000\",\"stop_loss\":\"47000\"");
        assertEquals(List.of("entry 0.1"), openLegs(id));
        restart("49500");
        assertEquals(List.of("entry 0.1"), openLegs(id));
        suite.price(BTC, "48900");
        Await.until("target and stop wait", () -> openLegs(id).equals(List.of("stop 0.1", "target 0.1")));
        restart("49000");
        assertEquals(List.of("stop 0.1", "target 0.1"), openLegs(id));
        suite.price(BTC, "52100");
        settles(id, "FILLED");
        assertEquals(List.of(), openLegs(id));
        restart("46000");
        assertEquals(List.of(), person.get("/positions").at("items"));
        assertEquals(2, ((List<?>) person.get("/trading/history").at("items")).size());
    }

    @Test
    void ofAnOcoOnePartTradesAndTheOtherGoes() {
        person.order("{\"instrument\":\"" + BTC + "\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.1\"}");
        String id = begin(
                "\"side\":\"SELL\",\"type\":\"OCO\",\"quantity\":\"0.1\",\"price\":\"55000\",\"stop_price\":\"48000\"");
        assertEquals(List.of("stop 0.1", "target 0.1"), openLegs(id));
        restart("50000");
        suite.price(BTC, "47900");
        settles(id, "FILLED");
        assertEquals(List.of(), person.get("/positions").at("items"));
    }

    @Test
    void anIcebergShowsOnePartAfterAnotherAlsoAcrossARestart() {
        String id = begin("\"side\":\"BUY\",\"type\":\"ICEBERG\",\"quantity\":\"0.3\",\"price\":\"49000\","
                + "\"display_quantity\":\"0.1\"");
        assertEquals(List.of("slice 0.1"), openLegs(id));
        restart("50000");
        assertEquals(List.of("slice 0.1"), openLegs(id));
        suite.price(BTC, "48990");
        settles(id, "FILLED");
        assertEquals("0.3", plan(id).at("filled_quantity"));
        assertEquals(3, ((List<?>) plan(id).at("legs")).size(), "never more than a tenth showed");
    }

    @Test
    void aPlanIsChangedAndCancelledByItsOwnerOnly() {
        String id = begin("\"side\":\"BUY\",\"type\":\"BRACKET\",\"quantity\":\"0.1\","
                + "\"take_profit\":\"52000\",\"stop_loss\":\"47000\"");
        Await.until("target and stop wait", () -> openLegs(id).size() == 2);
        Person stranger = suite.person("eve");
        assertEquals(404, stranger.get("/trading/orders/" + id).status());
        assertEquals(404, stranger.delete("/trading/orders/" + id).status());
        assertEquals(
                404,
                stranger.put("/trading/orders/" + id, "{\"stop_loss\":\"1\"}").status());

        var amended = person.put("/trading/orders/" + id, "{\"stop_loss\":\"48000\"}");
        assertEquals(202, amended.status(), () -> amended.raw().body());
        assertTrue(((List<?>) plan(id).at("legs"))
                .stream()
                        .map(leg -> (Map<?, ?>) leg)
                        .anyMatch(leg -> "48000".equals(leg.get("stop_price"))
                                && leg.get("status").equals("ACCEPTED")));
        assertEquals(202, person.delete("/trading/orders/" + id).status());
        settles(id, "CANCELLED");
        assertEquals(List.of(), openLegs(id));
        assertEquals(409, person.delete("/trading/orders/" + id).status());
    }

    @Test
    void badTermsAreNamedAndNothingIsPlaced() {
        var refused = person.order(
                "{\"instrument\":\"" + BTC
                        + "\",\"side\":\"SELL\",\"type\":\"OCO\",\"quantity\":\"0.1\",\"price\":\"55000\",\"stop_price\":\"48000\"}");
        assertEquals(422, refused.status(), () -> refused.raw().body());
        assertEquals("insufficient_holdings", refused.at("code"));
        var nonsense = person.order(
                "{\"instrument\":\"" + BTC + "\",\"side\":\"BUY\",\"type\":\"BRACKET\",\"quantity\":\"0.1\"}");
        assertEquals(400, nonsense.status(), () -> nonsense.raw().body());
        assertEquals(0, ((List<?>) person.get("/trading/orders").at("items")).size());
        var preview = person.post(
                "/trading/orders/preview",
                null,
                "{\"instrument\":\"" + BTC + "\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.1\"}");
        assertEquals(200, preview.status(), () -> preview.raw().body());
        assertEquals("50010", preview.at("reference_price"));
        assertEquals("5001", preview.at("notional"));
        assertEquals("5006.001", preview.at("reserved"));
    }
}
