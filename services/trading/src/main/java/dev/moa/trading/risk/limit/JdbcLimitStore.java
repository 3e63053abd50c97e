package dev.moa.trading.risk.limit;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskState;
import dev.moa.platform.json.Json;
import dev.moa.platform.sql.Sql;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
final class JdbcLimitStore implements LimitStore {
    private static final Argument<Map<String, Object>> MEMBERS = Argument.mapOf(String.class, Object.class);
    private static final String PENDING = "SELECT * FROM risk_change WHERE status = 'PENDING'";

    private final Sql sql;
    private final Json json;

    JdbcLimitStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<RiskLimits> find(LevelKey key) {
        return sql.one(
                "SELECT limits FROM risk_setting WHERE level = ? AND subject = ?",
                rs -> LimitsText.patched(RiskLimits.NONE, json.read(rs.getString("limits"), MEMBERS)),
                key.level(),
                key.subject());
    }

    @Override
    public Optional<RiskLimits> lock(LevelKey key) {
        sql.one("SELECT pg_advisory_xact_lock(hashtext(?))", rs -> true, "risk " + key);
        return find(key);
    }

    @Override
    public void set(LevelKey key, RiskLimits limits, UUID by, Instant at) {
        sql.update(
                "INSERT INTO risk_setting (level, subject, limits, updated_by, updated_at) VALUES (?, ?, ?::jsonb, ?, ?)"
                        + " ON CONFLICT (level, subject) DO UPDATE SET limits = excluded.limits,"
                        + " updated_by = excluded.updated_by, updated_at = excluded.updated_at",
                key.level(),
                key.subject(),
                json.write(LimitsText.write(limits)),
                by,
                at);
    }

    @Override
    public Optional<String> broker(UUID accountId) {
        return sql.one("SELECT broker FROM account WHERE account_id = ?", rs -> rs.getString("broker"), accountId);
    }

    @Override
    public Optional<UUID> owner(LevelKey key) {
        return switch (key.level()) {
            case ACCOUNT ->
                sql.one("SELECT user_id FROM account WHERE account_id = ?", rs -> uuid(rs, "user_id"), key.subject());
            case STRATEGY ->
                sql.one("SELECT user_id FROM strategy WHERE strategy_id = ?", rs -> uuid(rs, "user_id"), key.subject());
            case USER, HOUSEHOLD -> Optional.empty();
        };
    }

    @Override
    public Optional<UUID> accountOf(UUID strategyId) {
        return sql.one(
                "SELECT account_id FROM strategy WHERE strategy_id = ?", rs -> uuid(rs, "account_id"), strategyId);
    }

    @Override
    public List<UUID> people() {
        return sql.list("SELECT DISTINCT user_id FROM account", rs -> uuid(rs, "user_id"));
    }

    @Override
    public void add(Change change) {
        sql.update(
                "INSERT INTO risk_change (change_id, level, subject, kind, content, requested_by, requested_at,"
                        + " effective_at, status) VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'PENDING')",
                change.id(),
                change.key().level(),
                change.key().subject(),
                change.kind(),
                json.write(content(change.wanted())),
                change.requestedBy(),
                change.requestedAt(),
                change.effectiveAt());
    }

    private static Map<String, Object> content(Change.Wanted wanted) {
        return switch (wanted) {
            case Change.Limits limits ->
                Map.of(
                        "limits", limits.limits().stream().map(Limit::word).toList(),
                        "values", LimitsText.write(limits.values()));
            case Change.State state ->
                Map.of("state", state.state().name(), "instrument", state.instrument(), "cause", state.cause());
        };
    }

    @Override
    public Optional<Change> pending(UUID id) {
        return sql.one(PENDING + " AND change_id = ? FOR UPDATE", this::change, id);
    }

    @Override
    public Optional<Change> pending(LevelKey key, String kind) {
        return sql.one(
                PENDING + " AND level = ? AND subject = ? AND kind = ?",
                this::change,
                key.level(),
                key.subject(),
                kind);
    }

    @Override
    public List<Change> pending() {
        return sql.list(PENDING + " ORDER BY change_id", this::change);
    }

    private Change change(ResultSet rs) throws SQLException {
        Map<String, Object> content = json.read(rs.getString("content"), MEMBERS);
        return new Change(
                uuid(rs, "change_id"),
                new LevelKey(constant(rs, "level", RiskLevel.class), uuid(rs, "subject")),
                "LIMITS".equals(rs.getString("kind")) ? limits(content) : state(content),
                uuid(rs, "requested_by"),
                instant(rs, "requested_at"),
                instant(rs, "effective_at"));
    }

    private static Change.Limits limits(Map<String, Object> content) {
        Set<Limit> limits = EnumSet.noneOf(Limit.class);
        ((List<?>) content.get("limits"))
                .forEach(word -> limits.add(Limit.of(word.toString()).orElseThrow()));
        Map<String, Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) content.get("values")).forEach((name, value) -> values.put(name.toString(), value));
        return new Change.Limits(limits, LimitsText.patched(RiskLimits.NONE, values));
    }

    private static Change.State state(Map<String, Object> content) {
        return new Change.State(
                RiskState.valueOf(content.get("state").toString()),
                content.get("instrument").toString(),
                content.get("cause").toString());
    }

    @Override
    public boolean decide(UUID id, String status, UUID by, Instant at) {
        return sql.update(
                        "UPDATE risk_change SET status = ?, decided_by = ?::uuid, decided_at = ?"
                                + " WHERE change_id = ? AND status = 'PENDING'",
                        status,
                        by,
                        at,
                        id)
                == 1;
    }

    @Override
    public Map<LevelKey, String> levelsOf(UUID userId) {
        Map<LevelKey, String> levels = new LinkedHashMap<>();
        sql.list(
                        "SELECT 'ACCOUNT' AS level, account_id AS subject, label AS name FROM account WHERE user_id = ?"
                                + " UNION ALL SELECT 'STRATEGY', strategy_id, name FROM strategy"
                                + " WHERE user_id = ? AND deleted_at IS NULL ORDER BY 1, 2",
                        rs -> Map.entry(
                                new LevelKey(constant(rs, "level", RiskLevel.class), uuid(rs, "subject")),
                                rs.getString("name")),
                        userId,
                        userId)
                .forEach(entry -> levels.put(entry.getKey(), entry.getValue()));
        return levels;
    }
}
