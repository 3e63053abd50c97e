package dev.moa.trading.portfolio;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.value.Currency;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.account.BookStore;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcPositionStore implements PositionStore {
    private static final String CLOSED =
            "SELECT p.*, CASE a.environment WHEN 'REAL' THEN 'REAL' ELSE 'PAPER' END AS mode"
                    + " FROM position p JOIN account a USING (account_id) WHERE p.user_id = ? AND p.closed ";

    private static final Row<PositionView> VIEW =
            rs -> PositionView.closed(BookStore.position(rs), uuid(rs, "account_id"), rs.getString("mode"));

    private final Sql sql;

    JdbcPositionStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Results results(UUID userId) {
        Map<Currency, BigDecimal> profit = new HashMap<>();
        sql.list(
                        "SELECT quote_currency, sum(realized_pnl) AS profit FROM position"
                                + " WHERE user_id = ? AND closed GROUP BY quote_currency",
                        rs -> Map.entry(Currency.of(rs.getString("quote_currency")), decimal(rs, "profit")),
                        userId)
                .forEach(entry -> profit.put(entry.getKey(), entry.getValue()));
        Optional<BigDecimal> winRate = sql.one(
                "SELECT round(100.0 * count(*) FILTER (WHERE realized_pnl > 0) / nullif(count(*), 0), 2) AS rate"
                        + " FROM position WHERE user_id = ? AND closed",
                rs -> decimal(rs, "rate"),
                userId);
        Optional<Currency> last = sql.one(
                "SELECT fee_currency FROM fill WHERE user_id = ? ORDER BY fill_id DESC LIMIT 1",
                rs -> Currency.of(rs.getString("fee_currency")),
                userId);
        return new Results(profit, winRate.orElse(null), last.orElse(null));
    }

    @Override
    public Optional<PositionView> find(UUID userId, UUID positionId) {
        return sql.one(CLOSED + "AND p.position_id = ?", VIEW, userId, positionId);
    }
}
