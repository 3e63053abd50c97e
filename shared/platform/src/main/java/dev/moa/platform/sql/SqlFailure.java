package dev.moa.platform.sql;

import java.sql.SQLException;

/** The database refused a statement. Not for callers' eyes: uncaught it becomes 500 {@code internal}. */
public final class SqlFailure extends RuntimeException {

    private final String sqlState;

    SqlFailure(SQLException cause) {
        super("SQL state " + cause.getSQLState(), cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** The five characters of the SQL standard, empty when the driver gave none. */
    public String sqlState() {
        return sqlState;
    }

    /** A unique constraint said no: 23505. */
    public boolean isDuplicate() {
        return sqlState.equals("23505");
    }

    /** Deadlock, serialization failure, lock or statement time-out: the same work may succeed when repeated. */
    public boolean isTransient() {
        return sqlState.startsWith("40") || sqlState.equals("55P03") || sqlState.equals("57014");
    }
}
