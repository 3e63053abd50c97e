package dev.moa.platform.page;

import dev.moa.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * Which part of a list is wanted. In SQL: {@code where (?::uuid is null or id < ?) order by id desc limit ?} with
 * {@link #before()} twice and {@link #fetch()}.
 *
 * @param limit 1 to 500
 * @param before only rows with a smaller id; null from the start
 */
public record PageRequest(int limit, UUID before) {

    private static final int DEFAULT = 50;
    private static final int MOST = 500;

    /**
     * @param limit null means 50
     * @param cursor a {@code next_cursor} we gave, or null or empty
     * @throws Problem 400 {@code validation_failed} on a limit outside 1 to 500 or a cursor that is not ours
     */
    public static PageRequest of(Integer limit, String cursor) {
        int wanted = limit == null ? DEFAULT : limit;
        if (wanted < 1 || wanted > MOST) {
            throw Problem.invalid().field("limit", "must be between 1 and " + MOST);
        }
        return new PageRequest(wanted, cursor == null || cursor.isEmpty() ? null : decode(cursor));
    }

    /** How many rows to read: one more than shown. */
    public int fetch() {
        return limit + 1;
    }

    static String cursor(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static UUID decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException notOurs) {
            throw badCursor();
        }
        throw badCursor();
    }

    private static Problem badCursor() {
        return Problem.invalid().field("cursor", "is not a cursor of this list");
    }
}
