package dev.moa.platform.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Columns as the types we use; each getter gives null for SQL NULL. */
public final class Columns {

    private Columns() {}

    /** A {@code timestamptz}, UTC, microseconds. */
    public static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static UUID uuid(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    /** A {@code numeric}, exactly as stored, with its scale. */
    public static BigDecimal decimal(ResultSet rs, String column) throws SQLException {
        return rs.getBigDecimal(column);
    }

    /** An {@code integer} that may be NULL. */
    public static Integer integer(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, Integer.class);
    }

    /** A {@code bigint} that may be NULL. */
    public static Long bigint(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, Long.class);
    }

    /** A text column holding the name of an enum constant. */
    public static <E extends Enum<E>> E constant(ResultSet rs, String column, Class<E> type) throws SQLException {
        String name = rs.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** A {@code text[]}; NULL becomes an empty list. */
    public static List<String> texts(ResultSet rs, String column) throws SQLException {
        Array array = rs.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
