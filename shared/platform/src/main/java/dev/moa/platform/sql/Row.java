package dev.moa.platform.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Turns the current row into a value; it must not move the cursor. See {@link Columns} for the types JDBC lacks. */
@FunctionalInterface
public interface Row<T> {
    T map(ResultSet rs) throws SQLException;
}
