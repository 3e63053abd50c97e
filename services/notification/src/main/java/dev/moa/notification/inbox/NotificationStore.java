package dev.moa.notification.inbox;

import dev.moa.notification.preference.Kind;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Singleton
class NotificationStore {
    private final Sql sql;

    NotificationStore(Sql sql) {
        this.sql = sql;
    }

    void insert(Collection<Notification> notifications) {
        sql.batch("""
                INSERT INTO notification (notification_id, user_id, event_id, kind, title, text, subject, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, notifications.stream().map(NotificationStore::row).toList());
    }

    private static Object[] row(Notification notification) {
        return new Object[] {
            notification.id(),
            notification.userId(),
            notification.eventId(),
            notification.kind(),
            notification.title(),
            notification.text(),
            notification.subject(),
            notification.createdAt()
        };
    }

    List<Notification> list(UUID userId, PageRequest page) {
        return sql.list("""
                SELECT * FROM notification
                WHERE user_id = ? AND (?::uuid IS NULL OR notification_id < ?)
                ORDER BY notification_id DESC LIMIT ?
                """, NotificationStore::notification, userId, page.before(), page.before(), page.fetch());
    }

    private static Notification notification(ResultSet rs) throws SQLException {
        return new Notification(
                Columns.uuid(rs, "notification_id"),
                Columns.uuid(rs, "user_id"),
                Columns.uuid(rs, "event_id"),
                Columns.constant(rs, "kind", Kind.class),
                rs.getString("title"),
                rs.getString("text"),
                rs.getString("subject"),
                Columns.instant(rs, "created_at"));
    }
}
