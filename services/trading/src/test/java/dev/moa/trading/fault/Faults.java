package dev.moa.trading.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.TradingSuite;
import dev.moa.trading.invariant.Invariants;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What fault tests do to a running trading service, and what must be true of it afterwards. */
final class Faults {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Faults() {}

    /** Cuts every connection to the database and lets nobody in, as if the process had gone; answers the backends' pids. */
    static List<Integer> cut(String database) {
        List<Integer> pids = new ArrayList<>();
        try (var connection = Servers.postgres().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS false");
            try (var rows = statement.executeQuery("SELECT pid, pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    + " WHERE datname = '" + database + "'")) {
                while (rows.next()) {
                    pids.add(rows.getInt("pid"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pids;
    }

    static void letIn(String database) {
        try (var connection = Servers.postgres().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS true");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until nothing is under way any more and every invariant holds. */
    static void settled(TradingSuite suite) {
        var invariants = suite.bean(Invariants.class);
        List<Invariants.Violation> last = new ArrayList<>();
        try {
            Await.until("every invariant holds", PATIENCE, () -> {
                last.clear();
                last.addAll(invariants.check(Duration.ZERO));
                last.removeIf(violation -> violation.invariant().equals("I8"));
                return last.isEmpty();
            });
        } catch (RuntimeException | AssertionError never) {
            assertEquals(List.of(), last, never.getMessage());
        }
    }
}
