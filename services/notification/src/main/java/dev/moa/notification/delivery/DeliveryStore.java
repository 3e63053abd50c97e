package dev.moa.notification.delivery;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class DeliveryStore {
    private static final String COLUMNS = "delivery_id, address, text, buttons, tries, uncertain, next_at";

    private final Sql sql;

    DeliveryStore(Sql sql) {
        this.sql = sql;
    }

    long insert(DeliveryDraft draft, Instant now) {
        return sql.one(
                        """
                        INSERT INTO delivery (user_id, notification_id, channel, address, text, buttons, state, next_at, created_at)
                        VALUES (?::uuid, ?::uuid, 'telegram', ?, ?, ?, 'PENDING', ?, ?) RETURNING delivery_id
                        """,
                        rs -> rs.getLong(1),
                        draft.userId(),
                        draft.notificationId(),
                        draft.address(),
                        draft.text(),
                        draft.buttons(),
                        now,
                        now)
                .orElseThrow();
    }

    /** The oldest waiting message of each address; the ones behind it wait for it. */
    List<Delivery> heads() {
        return sql.list(
                "SELECT DISTINCT ON (address) " + COLUMNS
                        + " FROM delivery WHERE channel = 'telegram' AND state = 'PENDING'"
                        + " ORDER BY address, delivery_id",
                DeliveryStore::delivery);
    }

    Optional<Delivery> head(String address) {
        return sql.one(
                "SELECT " + COLUMNS + " FROM delivery WHERE channel = 'telegram' AND state = 'PENDING' AND address = ?"
                        + " ORDER BY delivery_id LIMIT 1",
                DeliveryStore::delivery,
                address);
    }

    /**
     * Committed before the request leaves: from here on the message may have arrived. Nobody else takes it before
     * {@code leaseUntil}; false when somebody else did.
     */
    boolean claim(Delivery delivery, Instant leaseUntil) {
        return sql.update("""
                        UPDATE delivery SET uncertain = true, tries = tries + 1, next_at = ?
                        WHERE delivery_id = ? AND state = 'PENDING' AND tries = ?
                        """, leaseUntil, delivery.id(), delivery.tries()) == 1;
    }

    void finish(long id, DeliveryState state, String reason, Instant at) {
        sql.update("""
                UPDATE delivery SET state = ?, reason = ?, uncertain = false, finished_at = ?
                WHERE delivery_id = ? AND state = 'PENDING'
                """, state, reason, at, id);
    }

    /** Puts it back; {@code tries} is what counts from now on. */
    void postpone(Delivery delivery, String reason, Instant nextAt) {
        sql.update("""
                UPDATE delivery SET next_at = ?, reason = ?, uncertain = ?, tries = ?
                WHERE delivery_id = ? AND state = 'PENDING'
                """, nextAt, reason, delivery.uncertain(), delivery.tries(), delivery.id());
    }

    int dropAllTo(String address, String reason, Instant at) {
        return sql.update("""
                UPDATE delivery SET state = 'DEAD', reason = ?, finished_at = ?
                WHERE channel = 'telegram' AND address = ? AND state = 'PENDING'
                """, reason, at, address);
    }

    List<DeliveryStatus> of(List<UUID> notifications) {
        return sql.list("""
                SELECT notification_id, channel, state, tries, reason, finished_at FROM delivery
                WHERE notification_id = ANY (?::uuid[]) ORDER BY delivery_id
                """, DeliveryStore::status, notifications);
    }

    int trim(Instant olderThan) {
        return sql.update("DELETE FROM delivery WHERE state <> 'PENDING' AND finished_at < ?", olderThan);
    }

    long pending() {
        return sql.one("SELECT count(*) FROM delivery WHERE state = 'PENDING'", rs -> rs.getLong(1))
                .orElse(0L);
    }

    private static Delivery delivery(ResultSet rs) throws SQLException {
        return new Delivery(
                rs.getLong("delivery_id"),
                rs.getString("address"),
                rs.getString("text"),
                rs.getString("buttons"),
                rs.getInt("tries"),
                rs.getBoolean("uncertain"),
                Columns.instant(rs, "next_at"));
    }

    private static DeliveryStatus status(ResultSet rs) throws SQLException {
        return new DeliveryStatus(
                Columns.uuid(rs, "notification_id"),
                rs.getString("channel"),
                Columns.constant(rs, "state", DeliveryState.class),
                rs.getInt("tries"),
                rs.getString("reason"),
                Columns.instant(rs, "finished_at"));
    }
}
