package dev.moa.auth.session;

import dev.moa.auth.session.Session.Device;
import dev.moa.auth.session.Session.Owner;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class JdbcSessionStore implements SessionStore {

    private static final String SELECT = """
            SELECT s.*, a.username, a.role, a.permissions
            FROM session s JOIN account a USING (account_id)""";

    private static final String INSERT = """
            INSERT INTO session (session_id, account_id, kind, delivery, address, user_agent,
                                 created_at, last_seen_at, expires_at, last_day)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final Row<Session> ROW = rs -> new Session(
            Columns.uuid(rs, "session_id"),
            Columns.uuid(rs, "account_id"),
            new Device(
                    rs.getString("kind"),
                    rs.getString("delivery"),
                    rs.getString("address"),
                    rs.getString("user_agent")),
            Columns.instant(rs, "created_at"),
            Columns.instant(rs, "last_seen_at"),
            Columns.instant(rs, "expires_at"),
            Columns.instant(rs, "last_day"),
            Columns.instant(rs, "ended_at"),
            new Owner(rs.getString("username"), rs.getString("role"), Columns.texts(rs, "permissions")));

    private final Sql sql;

    JdbcSessionStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(Session session) {
        sql.update(INSERT, values(session));
    }

    @Override
    public boolean insertUnlessThere(Session session) {
        return sql.update(INSERT + " ON CONFLICT DO NOTHING", values(session)) == 1;
    }

    @Override
    public Optional<Session> find(UUID sessionId) {
        return sql.one(SELECT + " WHERE s.session_id = ?", ROW, sessionId);
    }

    @Override
    public Optional<Session> findOfTelegram(UUID accountId) {
        return sql.one(SELECT + " WHERE account_id = ? AND kind = 'telegram' AND ended_at IS NULL", ROW, accountId);
    }

    @Override
    public Optional<Session> lock(UUID sessionId) {
        return sql.one(SELECT + " WHERE s.session_id = ? FOR UPDATE OF s", ROW, sessionId);
    }

    @Override
    public List<Session> listAlive(UUID accountId, Instant now, UUID before, int limit) {
        return sql.list(SELECT + """
                         WHERE account_id = ? AND kind = 'login' AND ended_at IS NULL AND expires_at > ?
                           AND (?::uuid IS NULL OR session_id < ?)
                        ORDER BY session_id DESC LIMIT ?""", ROW, accountId, now, before, before, limit);
    }

    @Override
    public void prolong(UUID sessionId, Instant seenAt, Instant expiresAt) {
        sql.update(
                "UPDATE session SET last_seen_at = ?, expires_at = ? WHERE session_id = ?",
                seenAt,
                expiresAt,
                sessionId);
    }

    @Override
    public boolean end(UUID sessionId, Instant now, String reason) {
        return sql.update("""
                        UPDATE session SET ended_at = ?, end_reason = ?, end_untold = true
                        WHERE session_id = ? AND ended_at IS NULL""", now, reason, sessionId) == 1;
    }

    @Override
    public List<UUID> untoldEnds(int limit) {
        return sql.list(
                "SELECT session_id FROM session WHERE end_untold LIMIT ?", rs -> Columns.uuid(rs, "session_id"), limit);
    }

    @Override
    public void markTold(UUID sessionId) {
        sql.update("UPDATE session SET end_untold = false WHERE session_id = ?", sessionId);
    }

    @Override
    public int deleteEndedBefore(Instant limit) {
        return sql.update("DELETE FROM session WHERE NOT end_untold AND least(ended_at, expires_at) < ?", limit);
    }

    private static Object[] values(Session session) {
        return new Object[] {
            session.sessionId(),
            session.accountId(),
            session.device().kind(),
            session.device().delivery(),
            session.device().address(),
            session.device().userAgent(),
            session.createdAt(),
            session.lastSeenAt(),
            session.expiresAt(),
            session.lastDay()
        };
    }
}
