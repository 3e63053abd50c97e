package dev.moa.trading.account;

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
    public Map<OrderId, String> names(AccountId account) {
        Map<OrderId, String> names = new HashMap<>();
        sql.list(
                        "SELECT DISTINCT ON (a.order_id) a.order_id, a.client_order_id FROM order_attempt a"
                                + " JOIN orders o USING (order_id) WHERE a.account_id = ? AND o.status IN"
                                + " ('PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL',"
                                + " 'UNKNOWN') ORDER BY a.order_id, a.attempt DESC",
                        rs -> Map.entry(new OrderId(uuid(rs, "order_id")), rs.getString("client_order_id")),
                        account.value())
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }
}
