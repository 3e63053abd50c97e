package dev.moa.trading.history;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.value.Decimals;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.report.ReportFilter;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Singleton
final class JdbcHistoryStore implements HistoryStore {
    private static final int ROI_SCALE = 4;

    private static final String FILLS = "SELECT f.*, o.venue_order_id FROM fill f JOIN orders o USING (order_id)"
            + " WHERE f.user_id = ? AND (?::uuid IS NULL OR f.account_id = ?)"
            + " AND (?::text IS NULL OR f.instrument = ?) AND (?::timestamptz IS NULL OR f.at >= ?)"
            + " AND (?::timestamptz IS NULL OR f.at < ?) AND (?::uuid IS NULL OR f.strategy_id = ?)"
            + " AND (?::uuid IS NULL OR f.fill_id < ?) ORDER BY f.fill_id DESC LIMIT ?";

    private static final String OPENED_BY = "SELECT f.strategy_id FROM fill f WHERE f.account_id = p.account_id"
            + " AND f.instrument = p.instrument AND f.market_at = p.opened_at"
            + " AND f.side = CASE p.direction WHEN 'LONG' THEN 'BUY' ELSE 'SELL' END ORDER BY f.fill_id LIMIT 1";

    private static final Row<HistoryFillView> FILL = rs -> new HistoryFillView(
            uuid(rs, "fill_id"),
            uuid(rs, "order_id"),
            uuid(rs, "account_id"),
            rs.getString("instrument"),
            rs.getString("side"),
            decimal(rs, "price"),
            decimal(rs, "quantity"),
            decimal(rs, "fee"),
            rs.getString("fee_currency"),
            decimal(rs, "tax"),
            decimal(rs, "realized_pnl"),
            uuid(rs, "strategy_id"),
            rs.getString("venue"),
            rs.getString("venue_fill_id"),
            rs.getString("venue_order_id"),
            instant(rs, "at"),
            instant(rs, "market_at"));

    private final Sql sql;

    JdbcHistoryStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<HistoryFillView> fills(UUID userId, ReportFilter filter, PageRequest page) {
        return Page.of(sql.list(FILLS, FILL, parameters(userId, filter, page)), page, HistoryFillView::fillId);
    }

    /** The page is cut out first, so that the strategy is looked for only for its rows. */
    @Override
    public Page<ClosedPositionView> positions(UUID userId, ReportFilter filter, PageRequest page) {
        String all = "SELECT p.*, CASE a.environment WHEN 'REAL' THEN 'REAL' ELSE 'PAPER' END AS mode"
                + " FROM position p JOIN account a USING (account_id) WHERE p.user_id = ? AND p.closed"
                + " AND (?::uuid IS NULL OR p.account_id = ?) AND (?::text IS NULL OR p.instrument = ?)"
                + " AND (?::timestamptz IS NULL OR p.updated_at >= ?) AND (?::timestamptz IS NULL OR p.updated_at < ?)"
                + " AND (?::uuid IS NULL OR (" + OPENED_BY + ") = ?)"
                + " AND (?::uuid IS NULL OR p.position_id < ?) ORDER BY p.position_id DESC LIMIT ?";
        List<ClosedPositionView> rows = sql.list(
                "SELECT p.*, (" + OPENED_BY + ") AS strategy_id FROM (" + all + ") p ORDER BY p.position_id DESC",
                JdbcHistoryStore::position,
                parameters(userId, filter, page));
        return Page.of(rows, page, ClosedPositionView::positionId);
    }

    private static ClosedPositionView position(ResultSet rs) throws SQLException {
        BigDecimal entered = decimal(rs, "entered_value");
        BigDecimal profit = decimal(rs, "realized_pnl");
        BigDecimal quantity = decimal(rs, "entered_quantity");
        BigDecimal exit = average(decimal(rs, "exited_value"), decimal(rs, "exited_quantity"));
        BigDecimal roi = entered.signum() == 0
                ? BigDecimal.ZERO
                : Decimals.canonical(
                        "roi", profit.movePointRight(2).divide(entered, ROI_SCALE, RoundingMode.HALF_EVEN));
        BigDecimal leverage = decimal(rs, "leverage");
        Instant opened = instant(rs, "opened_at");
        Instant closed = instant(rs, "updated_at");
        return new ClosedPositionView(
                uuid(rs, "position_id"),
                uuid(rs, "account_id"),
                rs.getString("instrument"),
                rs.getString("direction"),
                rs.getString("quote_currency"),
                BigDecimal.ZERO,
                quantity,
                average(entered, quantity),
                exit,
                exit,
                decimal(rs, "stop_loss"),
                decimal(rs, "take_profit"),
                BigDecimal.ZERO,
                profit,
                decimal(rs, "fees"),
                leverage,
                roi,
                Decimals.canonical("roe", roi.multiply(leverage)),
                rs.getString("mode"),
                uuid(rs, "strategy_id"),
                opened,
                closed,
                closed,
                Duration.between(opened, closed).toSeconds(),
                true);
    }

    private static BigDecimal average(BigDecimal value, BigDecimal quantity) {
        return quantity.signum() == 0 ? null : Decimals.ratio(value, quantity);
    }

    private static Object[] parameters(UUID userId, ReportFilter filter, PageRequest page) {
        List<Object> all = new ArrayList<>();
        all.add(userId);
        twice(all, filter.accountId());
        twice(all, filter.instrument());
        twice(all, filter.fromInstant());
        twice(all, filter.beforeInstant());
        twice(all, filter.strategyId());
        twice(all, page.before());
        all.add(page.fetch());
        return all.toArray();
    }

    private static void twice(List<Object> all, Object value) {
        all.add(value);
        all.add(value);
    }
}
