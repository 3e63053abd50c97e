package dev.moa.trading.performance;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.performance.TradeTotals;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.report.ReportFilter;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcTradeStore implements TradeStore {
    /** A trade belongs to the strategy whose fill opened it; protective exits belong to nobody. */
    private static final String TRADES = " FROM (SELECT DISTINCT ON (p.position_id) p.*, f.strategy_id FROM position p"
            + " LEFT JOIN fill f ON f.account_id = p.account_id AND f.instrument = p.instrument"
            + " AND f.market_at = p.opened_at"
            + " AND f.side = CASE p.direction WHEN 'LONG' THEN 'BUY' ELSE 'SELL' END"
            + " WHERE p.account_id = any(?::uuid[]) AND p.closed AND (?::text IS NULL OR p.instrument = ?)"
            + " AND (?::timestamptz IS NULL OR p.updated_at >= ?) AND (?::timestamptz IS NULL OR p.updated_at < ?)"
            + " ORDER BY p.position_id, f.fill_id) t WHERE (?::uuid IS NULL OR t.strategy_id = ?)";

    private final Sql sql;

    JdbcTradeStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<TradeDay> trades(Scope scope, By by) {
        String key = switch (by) {
            case ALL -> "NULL::text";
            case STRATEGY -> "strategy_id::text";
            case INSTRUMENT -> "instrument";
        };
        return sql.list(
                "SELECT " + key
                        + " AS key, quote_currency, (updated_at AT TIME ZONE ?)::date AS day, count(*) AS trades,"
                        + " count(*) FILTER (WHERE realized_pnl > 0) AS wins,"
                        + " count(*) FILTER (WHERE realized_pnl < 0) AS losses,"
                        + " coalesce(sum(realized_pnl) FILTER (WHERE realized_pnl > 0), 0) AS gained,"
                        + " coalesce(-sum(realized_pnl) FILTER (WHERE realized_pnl < 0), 0) AS lost"
                        + TRADES + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                rs -> new TradeDay(
                        rs.getString("key"),
                        Currency.of(rs.getString("quote_currency")),
                        rs.getObject("day", LocalDate.class),
                        new TradeTotals(
                                rs.getLong("trades"),
                                rs.getLong("wins"),
                                rs.getLong("losses"),
                                decimal(rs, "gained"),
                                decimal(rs, "lost"))),
                parameters(scope, scope.filter().zone().getId()));
    }

    @Override
    public HoldingTimes holdingTimes(Scope scope) {
        return sql.one(
                        "SELECT round(avg(s))::bigint AS average,"
                                + " round(percentile_cont(0.5) WITHIN GROUP (ORDER BY s))::bigint AS median"
                                + " FROM (SELECT extract(epoch FROM updated_at - opened_at)::float8 AS s" + TRADES
                                + ") AS held",
                        rs -> new HoldingTimes(rs.getObject("average", Long.class), rs.getObject("median", Long.class)),
                        parameters(scope))
                .orElseThrow();
    }

    @Override
    public List<FillDay> fills(Scope scope) {
        ReportFilter filter = scope.filter();
        return sql.list(
                "SELECT (at AT TIME ZONE ?)::date AS day, instrument, fee_currency, sum(realized_pnl) AS realized,"
                        + " sum(fee) AS fee, sum(tax) AS tax, count(*) AS fills FROM fill WHERE account_id = any(?::uuid[])"
                        + " AND (?::text IS NULL OR instrument = ?)"
                        + " AND (?::timestamptz IS NULL OR at >= ?) AND (?::timestamptz IS NULL OR at < ?)"
                        + " AND (?::uuid IS NULL OR strategy_id = ?) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                rs -> new FillDay(
                        rs.getObject("day", LocalDate.class),
                        VenueRules.instrument(InstrumentId.parse(rs.getString("instrument")))
                                .quote(),
                        decimal(rs, "realized"),
                        new Money(decimal(rs, "fee"), Currency.of(rs.getString("fee_currency"))),
                        decimal(rs, "tax"),
                        rs.getLong("fills")),
                parameters(scope, filter.zone().getId()));
    }

    @Override
    public List<Trade> extremes(Scope scope, boolean best, int perCurrency) {
        String worthMore = best ? "DESC" : "ASC";
        List<Object> parameters = new ArrayList<>(Arrays.asList(parameters(scope)));
        parameters.add(perCurrency);
        return sql.list(
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY quote_currency ORDER BY realized_pnl "
                        + worthMore + ", position_id) AS place" + TRADES
                        + ") AS placed WHERE place <= ? ORDER BY place",
                rs -> new Trade(
                        uuid(rs, "position_id"),
                        uuid(rs, "account_id"),
                        rs.getString("instrument"),
                        rs.getString("direction"),
                        new Money(decimal(rs, "realized_pnl"), Currency.of(rs.getString("quote_currency"))),
                        decimal(rs, "entered_value"),
                        instant(rs, "opened_at"),
                        instant(rs, "updated_at")),
                parameters.toArray());
    }

    @Override
    public List<StrategyName> strategies(UUID userId) {
        return sql.list(
                "SELECT strategy_id, name FROM strategy WHERE user_id = ?",
                rs -> new StrategyName(uuid(rs, "strategy_id"), rs.getString("name")),
                userId);
    }

    @Override
    public Optional<Currency> lastTraded(UUID userId) {
        return sql.one(
                "SELECT instrument FROM fill WHERE user_id = ? ORDER BY fill_id DESC LIMIT 1",
                rs -> VenueRules.instrument(InstrumentId.parse(rs.getString("instrument")))
                        .quote(),
                userId);
    }

    /** Those of the scope behind the ones given; in the order of {@link #TRADES}, and of the fills alike. */
    private static Object[] parameters(Scope scope, Object... before) {
        ReportFilter filter = scope.filter();
        List<Object> all = new ArrayList<>(List.of(before));
        all.add(scope.accounts());
        twice(all, filter.instrument());
        twice(all, filter.fromInstant());
        twice(all, filter.beforeInstant());
        twice(all, filter.strategyId());
        return all.toArray();
    }

    private static void twice(List<Object> all, Object value) {
        all.add(value);
        all.add(value);
    }
}
