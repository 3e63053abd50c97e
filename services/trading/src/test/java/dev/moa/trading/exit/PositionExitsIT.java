package dev.moa.trading.exit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PositionExitsIT {
    private static final String ETH = "BINANCE:ETHUSDT";
    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static Person holder(String name) {
        suite.price(ETH, "3000");
        Person person = suite.person(name);
        var bought = person.order(
                "{\"instrument\":\"" + ETH + "\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"1\"}");
        assertEquals(202, bought.status(), () -> bought.raw().body());
        return person;
    }

    private static String position(Person person) {
        return (String) person.get("/positions").at("items.0.position_id");
    }

    @Test
    void aPositionIsClosedInPartsOncePerKey() {
        Person person = holder("ann");
        String id = position(person);
        assertEquals(400, person.post("/positions/" + id + "/close", null, "{}").status());
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            var closed = person.post("/positions/" + id + "/close", key, "{\"percent\":\"25\"}");
            assertEquals(202, closed.status(), () -> closed.raw().body());
        }
        assertEquals("0.75", person.get("/positions").at("items.0.quantity"));
        person.order("{\"instrument\":\"" + ETH
                + "\",\"side\":\"SELL\",\"type\":\"LIMIT\",\"quantity\":\"0.75\",\"price\":\"4000\"}");
        assertEquals(
                404,
                suite.person("eve")
                        .post("/positions/" + id + "/close", key, "{}")
                        .status());
        var rest = person.post("/positions/" + id + "/close", UUID.randomUUID().toString(), "{\"quantity\":\"99\"}");
        assertEquals(202, rest.status(), () -> rest.raw().body());
        assertEquals(List.of(), person.get("/positions").at("items"));
        assertEquals(
                0,
                ((List<?>) person.get("/trading/orders?status=open").at("items")).size(),
                "what would oversell is gone");
    }

    @Test
    void aTrailingStopFollowsAcrossARestartAndCloses() {
        Person person = holder("bob");
        String id = position(person);
        var set = person.put("/positions/" + id + "/protection", "{\"trail_pct\":\"5\"}");
        assertEquals(202, set.status(), () -> set.raw().body());
        suite.price(ETH, "3200");
        Await.until(
                "the stop followed",
                () -> "3040".equals(person.get("/positions/" + id).at("stop_loss")));
        suite.stop();
        suite.start();
        suite.price(ETH, "3100");
        assertEquals("3040", person.get("/positions/" + id).at("stop_loss"));
        suite.price(ETH, "3030");
        Await.until(
                "it is closed",
                () -> Boolean.TRUE.equals(person.get("/positions/" + id).at("closed")));
        var passed = holder("bob2");
        var refused = passed.put("/positions/" + position(passed) + "/protection", "{\"stop_loss\":\"3500\"}");
        assertEquals(422, refused.status());
        assertEquals("stop_loss", refused.at("code"));
    }

    @Test
    void aLadderClosesPartByPartAndTheStopMovesToTheEntry() {
        Person person = holder("cat");
        String id = position(person);
        var set = person.put("/positions/" + id + "/protection", """
                {"stop_loss":"2900","break_even_pct":"2","ladder":[{"price":"3100","share":"50"},{"price":"3300","share":"25"}]}""");
        assertEquals(202, set.status(), () -> set.raw().body());
        suite.price(ETH, "3110");
        Await.until(
                "half is sold",
                () -> "0.5".equals(person.get("/positions/" + id).at("quantity")));
        assertEquals(
                person.get("/positions/" + id).at("entry_price"),
                person.get("/positions/" + id).at("stop_loss"),
                "no loss any more");
    }

    @Test
    void aMissingStopIsFoundAndRestored() throws SQLException {
        Person person = holder("dan");
        String id = position(person);
        person.put("/positions/" + id + "/protection", "{\"stop_loss\":\"2800\"}");
        suite.stop();
        try (var database = Servers.postgres().superuser(suite.database());
                var statement = database.prepareStatement(
                        "update trading.position set stop_loss = null where position_id = ?")) {
            statement.setObject(1, UUID.fromString(id));
            assertEquals(1, statement.executeUpdate());
        }
        suite.start();
        suite.price(ETH, "3000");
        Await.until(
                "the guard restored it",
                () -> "2800".equals(person.get("/positions/" + id).at("stop_loss")));
        person.put("/positions/" + id + "/protection", "{}");
        suite.bean(StopGuardJob.class).run();
        assertEquals(null, person.get("/positions/" + id).at("stop_loss"), "taken away on purpose");
    }

    @Test
    void stopsTriggerLimitsAreAmendedAndTimesRunOut() {
        Person person = holder("fay");
        var stop = person.order("{\"instrument\":\"" + ETH
                + "\",\"side\":\"SELL\",\"type\":\"STOP\",\"quantity\":\"1\",\"stop_price\":\"2950\"}");
        assertEquals(202, stop.status(), () -> stop.raw().body());
        String path = "/trading/orders/" + stop.at("order_id");
        var amended = person.put(path, "{\"stop_price\":\"2900\",\"quantity\":\"0.5\"}");
        assertEquals(202, amended.status(), () -> amended.raw().body());
        assertEquals(400, person.put(path, "{\"price\":\"2900\"}").status());
        assertEquals(422, person.put(path, "{\"quantity\":\"5\"}").status());
        suite.stop();
        suite.start();
        suite.price(ETH, "2940");
        assertEquals("ACCEPTED", person.get(path).at("status"));
        suite.price(ETH, "2890");
        Await.until("it traded", () -> "FILLED".equals(person.get(path).at("status")));
        assertEquals("0.5", person.get("/positions").at("items.0.quantity"));

        String soon = java.time.Instant.now().plusSeconds(2).toString();
        var dated = person.order("{\"instrument\":\"" + ETH
                + "\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"0.1\",\"price\":\"2000\","
                + "\"time_in_force\":\"GTD\",\"expires_at\":\"" + soon + "\"}");
        assertEquals(202, dated.status(), () -> dated.raw().body());
        Await.until(
                "its time is over while no price moves",
                () -> "EXPIRED"
                        .equals(person.get("/trading/orders/" + dated.at("order_id"))
                                .at("status")));
        var post = person.order("{\"instrument\":\"" + ETH
                + "\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"0.1\",\"price\":\"2995\",\"post_only\":true}");
        Await.until(
                "post-only does not take",
                () -> "REJECTED"
                        .equals(person.get("/trading/orders/" + post.at("order_id"))
                                .at("status")));
    }
}
