package dev.moa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Waits for a server that may still be starting; a server that answers "no" is not waited for. */
record Patience(Duration limit) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    static Patience upTo(Duration limit) {
        return new Patience(limit);
    }

    void untilAnswers(Server server) {
        long deadline = System.nanoTime() + limit.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try (Connection connection = server.connect()) {
                connection.isValid(5);
                return;
            } catch (SQLException e) {
                if (!mayPass(e) || System.nanoTime() + pause.toNanos() > deadline) {
                    throw new MigrationFailure("No connection as " + server + ": " + e.getMessage(), e);
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** 08: nobody answers; 57P03: starting up or shutting down; 53300: too many connections for the moment. */
    private static boolean mayPass(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("08") || state.equals("57P03") || state.equals("53300");
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationFailure("Interrupted while waiting for the database", e);
        }
    }
}
