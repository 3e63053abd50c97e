package dev.moa.platform.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Our values as JDBC parameters. A null takes the type that its place had before: the driver prepares a statement anew
 * whenever the types of its parameters change, which costs more than running it.
 */
final class Parameters {
    private final Map<String, String[]> typesOf = new ConcurrentHashMap<>();

    void bind(PreparedStatement statement, String sql, Object... values) throws SQLException {
        String[] types = typesOf.computeIfAbsent(sql, fresh -> new String[values.length]);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                types[i] = type(values[i]);
                bind(statement, i + 1, values[i]);
            } else if (types[i] != null) {
                statement.setNull(i + 1, Types.NULL, types[i]);
            } else {
                statement.setNull(i + 1, Types.NULL);
            }
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case List<?> list ->
                statement.setArray(index, statement.getConnection().createArrayOf(elementType(list), array(list)));
            default -> statement.setObject(index, value);
        }
    }

    /** The database's name of the type; null where nothing is to be remembered. */
    private static String type(Object value) {
        return switch (value) {
            case UUID id -> "uuid";
            case Long number -> "int8";
            case Integer number -> "int4";
            case BigDecimal number -> "numeric";
            case Instant instant -> "timestamptz";
            case LocalDate day -> "date";
            case Boolean truth -> "bool";
            case String text -> "varchar";
            case Enum<?> constant -> "varchar";
            default -> null;
        };
    }

    private static String elementType(List<?> list) {
        String type = list.isEmpty() ? null : type(list.getFirst());
        return type == null ? "text" : type;
    }

    private static Object[] array(List<?> list) {
        return list.stream()
                .map(value -> switch (value) {
                    case Enum<?> constant -> constant.name();
                    case Instant instant -> instant.toString();
                    case null -> null;
                    default -> value;
                })
                .toArray();
    }
}
