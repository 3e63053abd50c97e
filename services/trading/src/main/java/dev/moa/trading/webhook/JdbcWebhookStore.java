package dev.moa.trading.webhook;

import static dev.moa.platform.sql.Columns.bigint;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.integer;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcWebhookStore implements WebhookStore {
    private static final Row<Listening> LISTENING = rs -> new Listening(
            uuid(rs, "strategy_id"),
            rs.getString("sequence_policy"),
            bigint(rs, "last_seq"),
            integer(rs, "heartbeat_minutes"),
            instant(rs, "heard_at"),
            instant(rs, "silent_since"));

    private static final Row<Silent> SILENT = rs -> new Silent(
            uuid(rs, "strategy_id"),
            uuid(rs, "user_id"),
            rs.getString("name"),
            instant(rs, "heard_at"),
            rs.getInt("heartbeat_minutes"));

    private final Sql sql;

    JdbcWebhookStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Listening set(UUID strategyId, UUID userId, String policy, Integer heartbeatMinutes, Instant now) {
        return sql.one(
                        "INSERT INTO strategy_webhook (strategy_id, user_id, sequence_policy, heartbeat_minutes, heard_at,"
                                + " changed_at) VALUES (?, ?, ?, ?::int, ?, ?) ON CONFLICT (strategy_id) DO UPDATE SET"
                                + " sequence_policy = excluded.sequence_policy,"
                                + " heartbeat_minutes = excluded.heartbeat_minutes, last_seq = NULL,"
                                + " heard_at = excluded.heard_at, silent_since = NULL, changed_at = excluded.changed_at"
                                + " RETURNING *",
                        LISTENING,
                        strategyId,
                        userId,
                        policy,
                        heartbeatMinutes,
                        now,
                        now)
                .orElseThrow();
    }

    @Override
    public Optional<Listening> find(UUID strategyId) {
        return sql.one("SELECT * FROM strategy_webhook WHERE strategy_id = ?", LISTENING, strategyId);
    }

    @Override
    public Listening hold(UUID strategyId, UUID userId, Instant now) {
        sql.update(
                "INSERT INTO strategy_webhook (strategy_id, user_id, heard_at, changed_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                strategyId,
                userId,
                now,
                now);
        return sql.one("SELECT * FROM strategy_webhook WHERE strategy_id = ? FOR UPDATE", LISTENING, strategyId)
                .orElseThrow();
    }

    @Override
    public void heard(UUID strategyId, Long seq, Instant now) {
        sql.update(
                "UPDATE strategy_webhook SET heard_at = ?, silent_since = NULL,"
                        + " last_seq = greatest(last_seq, ?::bigint) WHERE strategy_id = ?",
                now,
                seq,
                strategyId);
    }

    @Override
    public boolean take(UUID strategyId, String nonce, String bodyHash, Instant now) {
        int taken = sql.update(
                "INSERT INTO webhook_nonce (strategy_id, nonce, body_hash, at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                strategyId,
                nonce,
                bodyHash,
                now);
        if (taken == 0
                && sql.one(
                                "SELECT 1 FROM webhook_nonce WHERE strategy_id = ? AND nonce = ? AND body_hash = ?",
                                rs -> true,
                                strategyId,
                                nonce,
                                bodyHash)
                        .isEmpty()) {
            throw Problem.conflict("nonce_used", "This nonce was used for another alert.");
        }
        return taken == 1;
    }

    @Override
    public void forgetNonces(Instant before) {
        sql.update("DELETE FROM webhook_nonce WHERE at < ?", before);
    }

    @Override
    public List<Silent> fallenSilent(Instant now) {
        return sql.list(
                "UPDATE strategy_webhook w SET silent_since = ? FROM strategy s WHERE s.strategy_id = w.strategy_id"
                        + " AND s.active AND s.deleted_at IS NULL AND w.silent_since IS NULL"
                        + " AND w.heard_at + w.heartbeat_minutes * interval '1 minute' < ?"
                        + " RETURNING w.strategy_id, w.user_id, s.name, w.heard_at, w.heartbeat_minutes",
                SILENT,
                now,
                now);
    }
}
