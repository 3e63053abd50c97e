package dev.moa.platform.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Our values as JDBC parameters. */
final class Parameters {

    private Parameters() {}

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case List<?> list ->
                statement.setArray(index, statement.getConnection().createArrayOf(type(list), array(list)));
            default -> statement.setObject(index, value);
        }
    }

    private static String type(List<?> list) {
        return switch (list.isEmpty() ? "" : list.getFirst()) {
            case UUID id -> "uuid";
            case Long number -> "bigint";
            case Integer number -> "integer";
            case BigDecimal number -> "numeric";
            case Instant instant -> "timestamptz";
            default -> "text";
        };
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
