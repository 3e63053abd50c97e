package dev.moa.notification.live;

import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Singleton
class LiveEventStore {
    private final Sql sql;

    LiveEventStore(Sql sql) {
        this.sql = sql;
    }

    /** Takes the next numbers; the row stays locked until the transaction ends, so nobody sees them out of order. */
    long takeNumbers(UUID userId, int count) {
        return sql.one("""
                        INSERT INTO live_cursor (user_id, last_seq) VALUES (?, ?)
                        ON CONFLICT (user_id) DO UPDATE SET last_seq = live_cursor.last_seq + EXCLUDED.last_seq
                        RETURNING last_seq
                        """, rs -> rs.getLong(1), userId, (long) count).orElseThrow();
    }

    /** Stores them under the numbers from {@code first} on. */
    void insert(UUID userId, long first, List<LiveDraft> drafts, Instant at) {
        List<Object[]> rows = new ArrayList<>();
        for (LiveDraft draft : drafts) {
            rows.add(new Object[] {
                userId, first + rows.size(), draft.eventId(), draft.channel(), draft.event(), draft.body(), at
            });
        }
        sql.batch(
                "INSERT INTO live_event (user_id, seq, event_id, channel, event, body, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    List<LiveEvent> after(UUID userId, long seq, int limit) {
        return sql.list(
                "SELECT seq, channel, event, body FROM live_event WHERE user_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                LiveEventStore::event,
                userId,
                seq,
                limit);
    }

    LiveRange range(UUID userId) {
        return sql.one("""
                        SELECT c.last_seq, coalesce(
                            (SELECT min(e.seq) FROM live_event e WHERE e.user_id = c.user_id), c.last_seq + 1)
                        FROM live_cursor c WHERE c.user_id = ?
                        """, rs -> new LiveRange(rs.getLong(2), rs.getLong(1)), userId)
                .orElse(new LiveRange(1, 0));
    }

    /** Those of the people whose stream grew since {@code since}. */
    List<UUID> movedSince(List<UUID> people, Instant since) {
        return sql.list(
                "SELECT DISTINCT user_id FROM live_event WHERE at >= ? AND user_id = ANY (?)",
                rs -> rs.getObject(1, UUID.class),
                since,
                people);
    }

    int trim(Instant olderThan, long most) {
        return sql.update("""
                DELETE FROM live_event e USING live_cursor c
                WHERE c.user_id = e.user_id AND (e.at < ? OR e.seq <= c.last_seq - ?)
                """, olderThan, most);
    }

    private static LiveEvent event(ResultSet rs) throws SQLException {
        return new LiveEvent(rs.getLong("seq"), rs.getString("channel"), rs.getString("event"), rs.getString("body"));
    }
}
