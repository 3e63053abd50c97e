package dev.moa.trading.portfolio;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
final class JdbcCashFlowStore implements CashFlowStore {
    private static final Row<Flow> FLOW = rs -> new Flow(
            uuid(rs, "flow_id"),
            uuid(rs, "account_id"),
            uuid(rs, "user_id"),
            new Money(decimal(rs, "amount"), Currency.of(rs.getString("currency"))),
            rs.getString("note"),
            instant(rs, "at"));

    private final Sql sql;

    JdbcCashFlowStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Flow> list(UUID userId, UUID accountId, PageRequest page) {
        var rows = sql.list(
                "SELECT * FROM cash_flow WHERE user_id = ? AND (?::uuid IS NULL OR account_id = ?)"
                        + " AND (?::uuid IS NULL OR flow_id < ?) ORDER BY flow_id DESC LIMIT ?",
                FLOW,
                userId,
                accountId,
                accountId,
                page.before(),
                page.before(),
                page.fetch());
        return Page.of(rows, page, Flow::id);
    }
}
