package dev.moa.backtest.run;

import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.backtest.measure.Findings;
import dev.moa.backtest.measure.Trade;
import dev.moa.platform.json.Json;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Leases are counted on the database's clock, the one that all workers share. */
@Singleton
class JdbcRunStore implements RunStore {
    private static final int TOGETHER = 1_000;
    private static final String LEASE = "now() + ? * interval '1 millisecond'";

    private final Sql sql;
    private final Json json;

    JdbcRunStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void add(UUID id, UUID userId, String name, RunPlan plan, Instant at) {
        sql.update(
                "insert into run (run_id, user_id, name, plan, state, created_at) values (?, ?, ?, ?, 'QUEUED', ?)",
                id,
                userId,
                name,
                json.write(plan),
                at);
    }

    @Override
    public int unfinished(UUID userId) {
        sql.one("select pg_advisory_xact_lock(hashtextextended(?, 0))", rs -> 1, "backtest " + userId);
        return sql.one(
                        "select count(*) from run where user_id = ? and state in ('QUEUED', 'RUNNING')",
                        rs -> rs.getInt(1),
                        userId)
                .orElse(0);
    }

    @Override
    public void deliver(UUID id) {
        sql.update("update run set delivered_at = now() where run_id = ? and delivered_at is null", id);
    }

    @Override
    public Optional<Claimed> claim(Duration lease, Instant at) {
        return sql.one("""
                update run
                   set state = 'RUNNING', attempt = attempt + 1, progress = 0,
                       started_at = coalesce(started_at, ?), lease_until = %s
                 where run_id = (select run_id from run
                                  where (state = 'QUEUED' and delivered_at is not null)
                                     or (state = 'RUNNING' and lease_until < now())
                                  order by run_id
                                  limit 1
                                  for update skip locked)
                returning run_id, user_id, name, plan, attempt""".formatted(LEASE), this::claimed, at, lease.toMillis());
    }

    private Claimed claimed(ResultSet rs) throws SQLException {
        return new Claimed(
                uuid(rs, "run_id"),
                uuid(rs, "user_id"),
                rs.getString("name"),
                json.read(rs.getString("plan"), RunPlan.class),
                rs.getInt("attempt"));
    }

    @Override
    public boolean renew(Claimed run, int progress, Duration lease) {
        return sql.update(
                        "update run set progress = ?, lease_until = " + LEASE
                                + " where run_id = ? and attempt = ? and state = 'RUNNING'",
                        progress,
                        lease.toMillis(),
                        run.id(),
                        run.attempt())
                == 1;
    }

    @Override
    public boolean complete(Claimed run, Findings findings, Instant at) {
        int taken = sql.update(
                """
                update run
                   set state = 'COMPLETED', progress = 100, lease_until = null, figures = ?, equity_curve = ?,
                       finished_at = ?
                 where run_id = ? and attempt = ? and state = 'RUNNING'""", json.write(findings.figures()), json.write(findings.curve()), at, run.id(), run.attempt());
        if (taken == 1) {
            addTrades(run.id(), findings.trades());
        }
        return taken == 1;
    }

    private void addTrades(UUID runId, List<Trade> trades) {
        for (int from = 0; from < trades.size(); from += TOGETHER) {
            List<Trade> some = trades.subList(from, Math.min(from + TOGETHER, trades.size()));
            sql.batch("""
                    insert into run_trade (run_id, number, side, quantity, entry_time, entry_price, exit_time, exit_price,
                                           pnl, fees, exit_reason)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", some.stream().map(trade -> row(runId, trade)).toList());
        }
    }

    private static Object[] row(UUID runId, Trade trade) {
        return new Object[] {
            runId,
            trade.number(),
            trade.side(),
            trade.quantity(),
            trade.entryTime(),
            trade.entryPrice(),
            trade.exitTime(),
            trade.exitPrice(),
            trade.pnl(),
            trade.fees(),
            trade.exitReason()
        };
    }

    @Override
    public boolean fail(Claimed run, String sentence, Instant at) {
        return sql.update("""
                        update run set state = 'FAILED', lease_until = null, error = ?, finished_at = ?
                         where run_id = ? and attempt = ? and state = 'RUNNING'""", sentence, at, run.id(), run.attempt()) == 1;
    }

    @Override
    public Optional<Removed> remove(UUID userId, UUID id) {
        return sql.one(
                "delete from run where run_id = ? and user_id = ? returning name, state in ('QUEUED', 'RUNNING') as unfinished",
                rs -> new Removed(rs.getString("name"), rs.getBoolean("unfinished")),
                id,
                userId);
    }
}
