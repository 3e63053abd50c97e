package dev.moa.platform.sql;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What an exception from the driver, the pool or the transaction machinery means to us. */
final class Failures {

    /** Shutting down, crashed, still starting, in use by an administrator, too many connections, session ended for idling. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "25P03", "25P04");

    private Failures() {}

    static RuntimeException of(SQLException failure) {
        return isAway(failure) ? new DependencyAway("database", failure) : new SqlFailure(failure);
    }

    /** Leaves what is not about SQL as it is. */
    static RuntimeException of(RuntimeException failure) {
        if (failure instanceof Problem || failure instanceof SqlFailure || !isMachinery(failure)) {
            return failure;
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
        }
        return failure;
    }

    private static boolean isMachinery(RuntimeException failure) {
        String type = failure.getClass().getName();
        return type.startsWith("io.micronaut.transaction.")
                || type.startsWith("io.micronaut.data.")
                || type.startsWith("com.zaxxer.hikari.");
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || AWAY.contains(state)
                || "Connection is closed".equals(failure.getMessage());
    }
}
