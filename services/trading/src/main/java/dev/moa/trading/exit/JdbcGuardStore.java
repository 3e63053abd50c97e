package dev.moa.trading.exit;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Price;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JdbcGuardStore implements GuardStore {
    private static final String SELECT = "SELECT p.account_id, p.position_id, p.stop_wanted FROM position p"
            + " WHERE NOT p.closed AND p.stop_wanted IS NOT NULL";
    private static final Row<Unprotected> ROW = rs -> new Unprotected(
            new AccountId(uuid(rs, "account_id")),
            new PositionId(uuid(rs, "position_id")),
            new Price(decimal(rs, "stop_wanted")));

    private final Sql sql;

    JdbcGuardStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Unprotected> unprotected() {
        return sql.list(
                SELECT + " AND p.stop_loss IS NULL AND NOT EXISTS (SELECT 1 FROM orders o"
                        + " WHERE o.account_id = p.account_id AND o.instrument = p.instrument"
                        + " AND o.type IN ('STOP', 'STOP_LIMIT', 'TRAILING_STOP')"
                        + " AND o.side = CASE p.direction WHEN 'LONG' THEN 'SELL' ELSE 'BUY' END"
                        + " AND o.status IN ('PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'UNKNOWN'))",
                ROW);
    }

    @Override
    public List<Unprotected> wanted() {
        return sql.list(SELECT, ROW);
    }

    @Override
    public boolean wants(PositionId position) {
        return sql.one(SELECT + " AND p.position_id = ?", ROW, position.value()).isPresent();
    }
}
