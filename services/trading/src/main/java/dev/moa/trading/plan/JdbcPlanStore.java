package dev.moa.trading.plan;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.order.plan.Plan;
import dev.moa.domain.order.plan.PlanState;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.PlanId;
import dev.moa.platform.json.Json;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcPlanStore implements PlanStore {
    private static final String SELECT =
            "SELECT p.*, CASE a.environment WHEN 'REAL' THEN 'REAL' ELSE 'PAPER' END AS mode FROM plan p"
                    + " JOIN account a USING (account_id) ";

    private final Sql sql;
    private final Json json;
    private final Row<Owned> row;

    JdbcPlanStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
        this.row = rs -> new Owned(
                new Plan(
                        new PlanId(uuid(rs, "plan_id")),
                        json.read(rs.getString("terms"), StoredTerms.class).toTerms(),
                        constant(rs, "state", PlanState.class),
                        rs.getString("cause"),
                        instant(rs, "created_at"),
                        instant(rs, "updated_at")),
                new AccountId(uuid(rs, "account_id")),
                uuid(rs, "user_id"),
                rs.getString("client_order_id"),
                rs.getString("mode"));
    }

    @Override
    public Optional<Owned> find(PlanId id) {
        return sql.one(SELECT + "WHERE p.plan_id = ?", row, id.value());
    }

    @Override
    public List<Owned> open() {
        return sql.list(SELECT + "WHERE p.state IN ('ACTIVE', 'ENDING') ORDER BY p.plan_id", row);
    }

    @Override
    public List<Owned> ofUser(UUID user, int limit) {
        return sql.list(SELECT + "WHERE p.user_id = ? ORDER BY p.plan_id DESC LIMIT ?", row, user, limit);
    }

    @Override
    public boolean isTaken(AccountId account, String clientOrderId) {
        return sql.one(
                        "SELECT 1 FROM plan WHERE account_id = ? AND client_order_id = ?",
                        rs -> true,
                        account.value(),
                        clientOrderId)
                .isPresent();
    }

    @Override
    public String json(Plan plan) {
        return json.write(StoredTerms.of(plan.terms()));
    }
}
