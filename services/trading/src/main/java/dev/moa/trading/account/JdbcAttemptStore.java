package dev.moa.trading.account;

import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@Singleton
final class JdbcAttemptStore implements AttemptStore {
    private final Sql sql;

    JdbcAttemptStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public UUID epoch() {
        return sql.one("SELECT epoch FROM installation", rs -> uuid(rs, "epoch"))
                .orElseThrow();
    }

    @Override
    public Map<OrderId, Attempt> last(AccountId account) {
        Map<OrderId, Attempt> attempts = new HashMap<>();
        sql.list(
                        "SELECT DISTINCT ON (a.order_id) a.order_id, a.attempt, a.client_order_id, a.again_at,"
                                + " min(a.sent_at) OVER (PARTITION BY a.order_id) AS first_at FROM order_attempt a"
                                + " JOIN orders o USING (order_id) WHERE a.account_id = ? AND o.status IN"
                                + " ('PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL',"
                                + " 'UNKNOWN') ORDER BY a.order_id, a.attempt DESC",
                        rs -> Map.entry(
                                new OrderId(uuid(rs, "order_id")),
                                new Attempt(
                                        rs.getInt("attempt"),
                                        rs.getString("client_order_id"),
                                        instant(rs, "first_at"),
                                        instant(rs, "again_at"))),
                        account.value())
                .forEach(attempt -> attempts.put(attempt.getKey(), attempt.getValue()));
        return attempts;
    }
}
