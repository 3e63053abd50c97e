package dev.moa.trading.halt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KillSwitchIT {
    private static final String BTC = "BINANCE:BTCUSDT";
    private static final String BUY =
            "{\"instrument\":\"BINANCE:BTCUSDT\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.001\"}";
    private static final String REST = "{\"instrument\":\"BINANCE:BTCUSDT\",\"side\":\"BUY\",\"type\":\"LIMIT\","
            + "\"quantity\":\"0.001\",\"price\":\"40000\"}";

    private TradingSuite suite;

    @BeforeEach
    void start() {
        suite = new TradingSuite();
        suite.price(BTC, "50000");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    private static void engage(Person person) {
        assertEquals(202, person.order(BUY).status());
        assertEquals(202, person.order(REST).status());
    }

    private static int count(Person person, String path) {
        return ((List<?>) person.get(path).at("items")).size();
    }

    private static void assertCleared(Person person) {
        Await.until(
                "nothing is left",
                () -> count(person, "/positions") == 0 && count(person, "/trading/orders?status=open") == 0);
    }

    private void machine(String function) throws SQLException {
        try (var database = Servers.postgres().superuser(suite.database());
                var statement = database.createStatement()) {
            statement.execute("SELECT trading." + function);
        }
    }

    @Test
    void itBlocksCancelsAndClosesReportsAndStaysUntilItIsLifted() {
        Person person = suite.person("ann");
        Person other = suite.person("bob");
        engage(person);
        engage(other);
        var pressed = person.post("/risk/kill-switch", null, "{\"cause\":\"Enough.\"}");
        assertEquals(200, pressed.status(), () -> pressed.raw().body());
        assertEquals(true, pressed.at("on"));
        var refused = person.order(BUY);
        assertEquals(423, refused.status());
        assertEquals("trading_halted", refused.at("code"));
        assertTrue(refused.raw().body().contains("Enough."));
        assertCleared(person);
        Await.until(
                "it says that it is done",
                () -> person.get("/risk/kill-switch").body().containsKey("settled_at"));
        var report = person.get("/risk/kill-switch");
        assertEquals("DONE", report.at("accounts.0.step"));
        assertEquals(List.of(), report.at("left"));
        assertEquals(202, other.order(BUY).status(), "it is one person's own");
        assertEquals(1, count(other, "/trading/orders?status=open"));

        suite.stop();
        suite.start();
        suite.price(BTC, "50000");
        assertEquals(423, person.order(BUY).status(), "after a restart");
        assertEquals(false, person.delete("/risk/kill-switch").at("on"));
        assertEquals(202, person.order(BUY).status());
        assertEquals(401, suite.nobody().post("/risk/kill-switch", null, null).status());
    }

    @Test
    void whatACrashLeftUndoneIsDoneAfterTheStart() {
        Person person = suite.person("carl");
        engage(person);
        Person manager = suite.person("dora", "manage_household");
        suite.stop();
        // Stored, and the process ended before anything was cancelled.
        try {
            machine("halt('The power is going.')");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        suite.start();
        assertEquals(423, person.order(BUY).status(), "from the first order on");
        suite.price(BTC, "50000");
        assertCleared(person);
        assertEquals(200, manager.post("/admin/resume", null, null).status());
        assertEquals(202, person.order(BUY).status());
    }

    @Test
    void theMachineHaltsAndResumesARunningServiceWithoutAskingAnybody() throws SQLException {
        Person person = suite.person("emil");
        suite.raiseDailyTrades(person);
        engage(person);
        machine("halt('From the cellar.')");
        Await.until("it is noticed", () -> person.order(BUY).status() == 423);
        assertCleared(person);
        machine("resume()");
        Await.until("it is lifted", () -> person.order(BUY).status() == 202);
    }

    @Test
    void theInstallationIsHaltedByWhoMayAndByNobodyElse() {
        Person person = suite.person("fred");
        Person manager = suite.person("gina", "manage_household");
        assertEquals(403, person.post("/admin/halt", null, null).status());
        assertEquals(403, person.post("/admin/resume", null, null).status());
        assertEquals(403, person.get("/admin/halt").status());
        assertEquals(401, suite.nobody().post("/admin/halt", null, null).status());
        engage(person);
        assertEquals(
                200,
                manager.post("/admin/halt", null, "{\"cause\":\"Maintenance.\"}")
                        .status());
        assertEquals(423, person.order(BUY).status());
        assertCleared(person);
        assertEquals(200, manager.post("/admin/halt", null, null).status(), "harmless to repeat");
        assertEquals("Maintenance.", manager.get("/admin/halt").at("cause"));
        manager.post("/admin/resume", null, null);
        assertEquals(202, person.order(BUY).status());
    }
}
