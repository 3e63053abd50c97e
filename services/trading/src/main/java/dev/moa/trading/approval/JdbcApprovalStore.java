package dev.moa.trading.approval;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.texts;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcApprovalStore implements ApprovalStore {
    private static final String SELECT =
            "SELECT a.*, s.name AS strategy_name FROM approval a JOIN strategy s USING (strategy_id) ";

    private final Sql sql;

    JdbcApprovalStore(Sql sql) {
        this.sql = sql;
    }

    /** In the order of {@link ApprovalStore#ADD}. */
    static Object[] row(Approval approval) {
        Approval.Wish wish = approval.wish();
        return new Object[] {
            approval.id(),
            approval.signalId(),
            approval.number(),
            approval.strategyId().value(),
            approval.userId(),
            approval.accountId().value(),
            wish.instrument(),
            wish.side(),
            wish.quantity(),
            wish.price(),
            wish.reduceOnly(),
            wish.takeProfitPct(),
            wish.stopLossPct(),
            wish.trailPct(),
            wish.reference(),
            wish.movePct(),
            approval.expiresAt(),
            approval.createdAt()
        };
    }

    @Override
    public Optional<Approval> find(UUID id) {
        return sql.one(SELECT + "WHERE approval_id = ?", JdbcApprovalStore::approval, id);
    }

    @Override
    public Page<Approval> ofUser(UUID userId, List<String> states, PageRequest page) {
        List<Approval> rows = sql.list(
                SELECT + "WHERE a.user_id = ? AND (?::uuid IS NULL OR approval_id < ?)"
                        + " AND (cardinality(?::text[]) = 0 OR state = any(?::text[]))"
                        + " ORDER BY approval_id DESC LIMIT ?",
                JdbcApprovalStore::approval,
                userId,
                page.before(),
                page.before(),
                states,
                states,
                page.fetch());
        return Page.of(rows, page, Approval::id);
    }

    @Override
    public boolean areWaiting(StrategyId strategy) {
        return sql.one(
                        "SELECT 1 FROM approval WHERE strategy_id = ? AND state = 'WAITING' LIMIT 1",
                        rs -> true,
                        strategy.value())
                .isPresent();
    }

    @Override
    public boolean decide(UUID id, Approval.State state, Approval.Decision decision) {
        return sql.update(
                        "UPDATE approval SET state = ?, reasons = ?::text[], order_id = ?::uuid, decided_by = ?::uuid,"
                                + " decided_at = ? WHERE approval_id = ? AND state IN ('WAITING', 'APPROVED')"
                                + " AND order_id IS NULL",
                        state,
                        decision.reasons(),
                        decision.orderId(),
                        decision.by(),
                        decision.at(),
                        id)
                == 1;
    }

    @Override
    public List<Approval> expire(Instant now) {
        return sql.list(
                "WITH late AS (UPDATE approval SET state = 'EXPIRED', reasons = '{Nobody decided in time.}',"
                        + " decided_at = ? WHERE state = 'WAITING' AND expires_at <= ? RETURNING *)"
                        + " SELECT a.*, s.name AS strategy_name FROM late a JOIN strategy s USING (strategy_id)",
                JdbcApprovalStore::approval,
                now,
                now);
    }

    @Override
    public boolean isUndecided(UUID signalId) {
        return sql.one(
                        "SELECT 1 FROM approval WHERE signal_id = ? AND state IN ('WAITING', 'APPROVED') LIMIT 1",
                        rs -> true,
                        signalId)
                .isPresent();
    }

    private static Approval approval(ResultSet rs) throws SQLException {
        Approval.Wish wish = new Approval.Wish(
                rs.getString("instrument"),
                constant(rs, "side", Side.class),
                decimal(rs, "quantity"),
                decimal(rs, "price"),
                rs.getBoolean("reduce_only"),
                decimal(rs, "take_profit_pct"),
                decimal(rs, "stop_loss_pct"),
                decimal(rs, "trail_pct"),
                decimal(rs, "reference"),
                decimal(rs, "move_pct"));
        Instant decidedAt = instant(rs, "decided_at");
        return new Approval(
                uuid(rs, "approval_id"),
                uuid(rs, "signal_id"),
                rs.getInt("number"),
                new StrategyId(uuid(rs, "strategy_id")),
                rs.getString("strategy_name"),
                uuid(rs, "user_id"),
                new AccountId(uuid(rs, "account_id")),
                wish,
                constant(rs, "state", Approval.State.class),
                decidedAt == null
                        ? null
                        : new Approval.Decision(
                                texts(rs, "reasons"), uuid(rs, "order_id"), uuid(rs, "decided_by"), decidedAt),
                instant(rs, "expires_at"),
                instant(rs, "created_at"));
    }
}
