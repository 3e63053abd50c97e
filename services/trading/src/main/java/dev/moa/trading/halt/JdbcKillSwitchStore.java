package dev.moa.trading.halt;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.texts;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.Ids;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.risk.limit.LevelKey;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcKillSwitchStore implements KillSwitchStore {
    private final Sql sql;

    JdbcKillSwitchStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean set(LevelKey key, String cause, UUID by, Instant at) {
        return sql.update(
                        "INSERT INTO kill_switch (switch_id, level, subject, cause, set_by, at)"
                                + " VALUES (?, ?, ?, ?, ?::uuid, ?)"
                                + " ON CONFLICT (level, subject) WHERE lifted_at IS NULL DO NOTHING",
                        Ids.next(),
                        key.level(),
                        key.subject(),
                        cause,
                        by,
                        at)
                == 1;
    }

    @Override
    public boolean lift(LevelKey key, UUID by, Instant at) {
        return sql.update(
                        "UPDATE kill_switch SET lifted_at = ?, lifted_by = ?::uuid"
                                + " WHERE level = ? AND subject = ? AND lifted_at IS NULL",
                        at,
                        by,
                        key.level(),
                        key.subject())
                == 1;
    }

    @Override
    public Optional<KillSwitch> latest(LevelKey key) {
        return sql.one(
                "SELECT * FROM kill_switch WHERE level = ? AND subject = ?"
                        + " ORDER BY lifted_at DESC NULLS FIRST LIMIT 1",
                JdbcKillSwitchStore::killSwitch,
                key.level(),
                key.subject());
    }

    @Override
    public List<KillSwitch> on() {
        return sql.list("SELECT * FROM kill_switch WHERE lifted_at IS NULL", JdbcKillSwitchStore::killSwitch);
    }

    @Override
    public List<KillSwitch> untold() {
        return sql.list(
                "SELECT * FROM kill_switch WHERE told <> 'LIFTED' AND (told = 'NOTHING' OR lifted_at IS NOT NULL)",
                JdbcKillSwitchStore::killSwitch);
    }

    private static KillSwitch killSwitch(ResultSet rs) throws SQLException {
        return new KillSwitch(
                uuid(rs, "switch_id"),
                new LevelKey(constant(rs, "level", RiskLevel.class), uuid(rs, "subject")),
                rs.getString("cause"),
                uuid(rs, "set_by"),
                instant(rs, "at"),
                instant(rs, "settled_at"),
                instant(rs, "lifted_at"),
                rs.getString("told"));
    }

    @Override
    public boolean tell(UUID id, String before, String now) {
        return sql.update("UPDATE kill_switch SET told = ? WHERE switch_id = ? AND told = ?", now, id, before) == 1;
    }

    @Override
    public boolean settle(UUID id, Instant at) {
        return sql.update(
                        "UPDATE kill_switch SET settled_at = ?::timestamptz WHERE switch_id = ?"
                                + " AND (settled_at IS NULL) <> (?::timestamptz IS NULL)",
                        at,
                        id,
                        at)
                == 1;
    }

    @Override
    public void step(UUID id, AccountStep step) {
        sql.update(
                "INSERT INTO kill_switch_account (switch_id, account_id, step, open_orders, positions, failures,"
                        + " attempts, updated_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT (switch_id, account_id)"
                        + " DO UPDATE SET step = excluded.step, open_orders = excluded.open_orders,"
                        + " positions = excluded.positions, failures = excluded.failures,"
                        + " attempts = kill_switch_account.attempts + 1, updated_at = excluded.updated_at",
                id,
                step.account().value(),
                step.step(),
                step.openOrders(),
                step.positions(),
                step.failures(),
                step.updatedAt());
    }

    @Override
    public List<AccountStep> steps(UUID id) {
        return sql.list(
                "SELECT * FROM kill_switch_account WHERE switch_id = ? ORDER BY account_id",
                rs -> new AccountStep(
                        new AccountId(uuid(rs, "account_id")),
                        rs.getString("step"),
                        rs.getInt("open_orders"),
                        rs.getInt("positions"),
                        texts(rs, "failures"),
                        instant(rs, "updated_at")),
                id);
    }

    @Override
    public List<LeftAtVenue> left(LevelKey key) {
        boolean everybody = key.level() == RiskLevel.HOUSEHOLD;
        return sql.list(
                "SELECT a.account_id, a.label, a.broker, l.venue, sum(l.orders)::int AS open_orders,"
                        + " sum(l.positions)::int AS positions FROM account a JOIN ("
                        + "SELECT account_id, split_part(instrument, ':', 1) AS venue, 1 AS orders, 0 AS positions"
                        + " FROM orders WHERE status IN ('PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED',"
                        + " 'PENDING_CANCEL', 'UNKNOWN')"
                        + " UNION ALL SELECT account_id, split_part(instrument, ':', 1), 0, 1 FROM position"
                        + " WHERE NOT closed) l ON l.account_id = a.account_id WHERE ? OR a.user_id = ?"
                        + " GROUP BY a.account_id, a.label, a.broker, l.venue ORDER BY a.account_id, l.venue",
                rs -> new LeftAtVenue(
                        uuid(rs, "account_id"),
                        rs.getString("label"),
                        rs.getString("broker"),
                        rs.getString("venue"),
                        rs.getInt("open_orders"),
                        rs.getInt("positions")),
                everybody,
                key.subject());
    }
}
