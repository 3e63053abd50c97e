package dev.moa.trading.strategy;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.json.Json;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.sql.Sql;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcStrategyStore implements StrategyStore {
    private static final String SELECT = "SELECT * FROM strategy WHERE deleted_at IS NULL ";
    private static final Argument<Map<String, BigDecimal>> PARAMETERS = Argument.mapOf(String.class, BigDecimal.class);

    private final Sql sql;
    private final Json json;

    JdbcStrategyStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void add(Strategy strategy) {
        StrategySettings settings = strategy.settings();
        sql.update(
                "INSERT INTO strategy (strategy_id, user_id, account_id, name, indicator_id, parameters, instrument,"
                        + " timeframe, investment_pct, long_tp_pct, long_sl_pct, short_tp_pct, short_sl_pct, leverage,"
                        + " allow_short, max_open_positions, sizing, trailing_pct, approval, approval_minutes, approval_move_pct,"
                        + " active, webhook_secret_hash, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?::jsonb, ?::numeric, ?, ?, ?, ?, ?, ?, ?)",
                strategy.id().value(),
                strategy.userId(),
                strategy.accountId().value(),
                strategy.name(),
                strategy.template().id(),
                json.write(strategy.parameters()),
                strategy.instrument().id().toString(),
                strategy.timeframe().code(),
                settings.investmentPct().value(),
                number(settings.longTakeProfitPct()),
                number(settings.longStopLossPct()),
                number(settings.shortTakeProfitPct()),
                number(settings.shortStopLossPct()),
                settings.leverage(),
                settings.allowShort(),
                settings.maxOpenPositions(),
                sizing(settings),
                number(settings.trailingPct()),
                strategy.approval().word(),
                strategy.approval().minutes(),
                strategy.approval().movePct(),
                strategy.active(),
                strategy.webhookSecretHash(),
                strategy.createdAt(),
                strategy.updatedAt());
    }

    @Override
    public void change(Strategy strategy) {
        StrategySettings settings = strategy.settings();
        sql.update(
                "UPDATE strategy SET name = ?, parameters = ?::jsonb, investment_pct = ?, long_tp_pct = ?,"
                        + " long_sl_pct = ?, short_tp_pct = ?, short_sl_pct = ?, leverage = ?, allow_short = ?,"
                        + " max_open_positions = ?, sizing = ?::jsonb, trailing_pct = ?::numeric, approval = ?, approval_minutes = ?,"
                        + " approval_move_pct = ?, active = ?, webhook_secret_hash = ?, instrument = ?, timeframe = ?,"
                        + " indicator_id = ?, updated_at = ? WHERE strategy_id = ?",
                strategy.name(),
                json.write(strategy.parameters()),
                settings.investmentPct().value(),
                number(settings.longTakeProfitPct()),
                number(settings.longStopLossPct()),
                number(settings.shortTakeProfitPct()),
                number(settings.shortStopLossPct()),
                settings.leverage(),
                settings.allowShort(),
                settings.maxOpenPositions(),
                sizing(settings),
                number(settings.trailingPct()),
                strategy.approval().word(),
                strategy.approval().minutes(),
                strategy.approval().movePct(),
                strategy.active(),
                strategy.webhookSecretHash(),
                strategy.instrument().id().toString(),
                strategy.timeframe().code(),
                strategy.template().id(),
                strategy.updatedAt(),
                strategy.id().value());
    }

    @Override
    public void delete(UUID id, Instant at) {
        sql.update(
                "UPDATE strategy SET deleted_at = ?, active = false, updated_at = ? WHERE strategy_id = ?", at, at, id);
    }

    @Override
    public Optional<Strategy> find(UUID id) {
        return sql.one(SELECT + "AND strategy_id = ?", this::strategy, id);
    }

    @Override
    public Page<Strategy> ofUser(UUID userId, PageRequest page) {
        List<Strategy> rows = sql.list(
                SELECT + "AND user_id = ? AND (?::uuid IS NULL OR strategy_id < ?) ORDER BY strategy_id DESC LIMIT ?",
                this::strategy,
                userId,
                page.before(),
                page.before(),
                page.fetch());
        return Page.of(rows, page, strategy -> strategy.id().value());
    }

    @Override
    public List<Strategy> activeOn(InstrumentId instrument, Interval timeframe) {
        return sql.list(
                SELECT + "AND active AND instrument = ? AND timeframe = ? ORDER BY strategy_id",
                this::strategy,
                instrument.toString(),
                timeframe.code());
    }

    @Override
    public int countOfUser(UUID userId) {
        return sql.one(
                        "SELECT count(*) FROM strategy WHERE deleted_at IS NULL AND user_id = ?",
                        rs -> rs.getInt(1),
                        userId)
                .orElseThrow();
    }

    private Strategy strategy(ResultSet rs) throws SQLException {
        return new Strategy(
                new StrategyId(uuid(rs, "strategy_id")),
                uuid(rs, "user_id"),
                new AccountId(uuid(rs, "account_id")),
                rs.getString("name"),
                StrategyTemplate.of(rs.getString("indicator_id")),
                json.read(rs.getString("parameters"), PARAMETERS),
                VenueRules.instrument(InstrumentId.parse(rs.getString("instrument"))),
                Interval.of(rs.getString("timeframe")),
                settings(rs),
                ApprovalPolicy.of(
                        rs.getString("approval"), rs.getInt("approval_minutes"), decimal(rs, "approval_move_pct")),
                rs.getBoolean("active"),
                rs.getString("webhook_secret_hash"),
                instant(rs, "created_at"),
                instant(rs, "updated_at"));
    }

    private StrategySettings settings(ResultSet rs) throws SQLException {
        String sizing = rs.getString("sizing");
        return StrategySettings.DEFAULT
                .investing(percent(rs, "investment_pct"))
                .leavingLong(percent(rs, "long_tp_pct"), percent(rs, "long_sl_pct"))
                .leavingShort(percent(rs, "short_tp_pct"), percent(rs, "short_sl_pct"))
                .bounded(rs.getInt("leverage"), rs.getBoolean("allow_short"), rs.getInt("max_open_positions"))
                .sized(
                        sizing == null
                                ? null
                                : json.read(sizing, SizingRequest.class).toSizing())
                .trailing(percent(rs, "trailing_pct"));
    }

    private String sizing(StrategySettings settings) {
        return settings.sizing() == null ? null : json.write(SizingRequest.of(settings.sizing()));
    }

    private static BigDecimal number(Percent percent) {
        return percent == null ? null : percent.value();
    }

    private static Percent percent(ResultSet rs, String column) throws SQLException {
        BigDecimal number = decimal(rs, column);
        return number == null ? null : new Percent(number);
    }
}
