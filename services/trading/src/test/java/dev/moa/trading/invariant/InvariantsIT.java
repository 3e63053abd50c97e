package dev.moa.trading.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invariant notices the damage it is there for: whatever it does not notice here it would not notice after a fault. */
class InvariantsIT {
    private static final String BTC = "BINANCE:BTCUSDT";

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
        suite.price(BTC, "60000");
        Person person = suite.person("kim");
        buy(person, "\"type\":\"MARKET\",\"stop_loss\":\"50000\"");
        buy(person, "\"type\":\"LIMIT\",\"price\":\"59000\"");
        Await.until("everything holds", () -> check().isEmpty());
    }

    private static void buy(Person person, String terms) {
        var placed =
                person.order("{\"instrument\":\"" + BTC + "\",\"side\":\"BUY\",\"quantity\":\"0.01\"," + terms + "}");
        assertEquals(202, placed.status(), () -> placed.raw().body());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("I1", "UPDATE idempotency SET body = '{\"order_id\":\"" + new UUID(0, 1) + "\"}'"),
                Arguments.of("I3", "UPDATE orders SET status = 'SUBMITTED' WHERE status = 'ACCEPTED'"),
                Arguments.of("I4", "UPDATE position SET entered_quantity = entered_quantity + 1"),
                Arguments.of("I5", "UPDATE cash SET total = total + 1 WHERE currency = 'USDT'"),
                Arguments.of("I5", "DELETE FROM ledger_entry WHERE book = 'CASH'"),
                Arguments.of("I6", "UPDATE cash SET total = total - 1 WHERE currency = 'USDT'"),
                Arguments.of("I7", "UPDATE orders SET filled_quantity = filled_quantity * 2 WHERE status = 'FILLED'"),
                Arguments.of("I10", "UPDATE position SET stop_loss = NULL"));
    }

    @ParameterizedTest(name = "{0} notices: {1}")
    @MethodSource("damages")
    void damageIsNoticed(String invariant, String damage) throws SQLException {
        try (var connection = Servers.postgres().superuser(suite.database());
                var statement = connection.createStatement()) {
            statement.execute("SET search_path TO trading");
            List<String> tables = List.of("idempotency", "orders", "position", "cash", "ledger_entry");
            for (String table : tables) {
                statement.execute("CREATE TEMP TABLE kept_" + table + " AS SELECT * FROM " + table);
            }
            statement.execute("SET session_replication_role TO replica");
            statement.execute(damage);
            List<Invariants.Violation> found = check();
            for (String table : tables) {
                statement.execute("DELETE FROM " + table);
                statement.execute("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE SELECT * FROM kept_" + table);
            }
            assertTrue(
                    found.stream().anyMatch(violation -> violation.invariant().equals(invariant)), found::toString);
        }
        Await.until("everything holds again", () -> check().isEmpty());
    }

    private static List<Invariants.Violation> check() {
        return suite.bean(Invariants.class).check(Duration.ZERO).stream()
                .filter(violation -> !violation.invariant().equals("I8"))
                .toList();
    }
}
