package dev.moa.trading.risk;

import static dev.moa.platform.sql.Columns.decimal;

import dev.moa.domain.risk.Cap;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Percent;
import dev.moa.platform.json.Json;
import dev.moa.platform.sql.Sql;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

@Singleton
final class JdbcRiskLimitStore implements RiskLimitStore {
    private static final Argument<Map<String, BigDecimal>> AMOUNTS = Argument.mapOf(String.class, BigDecimal.class);

    private final Sql sql;
    private final Json json;

    JdbcRiskLimitStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<RiskLimits> find(UUID userId) {
        return sql.one(
                "SELECT * FROM risk_limits WHERE user_id = ?",
                rs -> new RiskLimits(
                        cap(rs, "max_order_value"), cap(rs, "daily_loss"), rs.getInt("max_open_positions")),
                userId);
    }

    @Override
    public void set(UUID userId, RiskLimits limits, Instant at) {
        sql.update(
                "INSERT INTO risk_limits (user_id, max_order_value_pct, max_order_value, daily_loss_pct, daily_loss,"
                        + " max_open_positions, updated_at) VALUES (?, ?, ?::jsonb, ?, ?::jsonb, ?, ?)"
                        + " ON CONFLICT (user_id) DO UPDATE SET max_order_value_pct = excluded.max_order_value_pct,"
                        + " max_order_value = excluded.max_order_value, daily_loss_pct = excluded.daily_loss_pct,"
                        + " daily_loss = excluded.daily_loss, max_open_positions = excluded.max_open_positions,"
                        + " updated_at = excluded.updated_at",
                userId,
                percent(limits.maxOrderValue()),
                amounts(limits.maxOrderValue()),
                percent(limits.dailyLoss()),
                amounts(limits.dailyLoss()),
                limits.maxOpenPositions(),
                at);
    }

    private Cap cap(ResultSet rs, String column) throws SQLException {
        BigDecimal percent = decimal(rs, column + "_pct");
        Map<Currency, BigDecimal> amounts = new HashMap<>();
        json.read(rs.getString(column), AMOUNTS).forEach((code, amount) -> amounts.put(Currency.of(code), amount));
        return new Cap(percent == null ? null : new Percent(percent), amounts);
    }

    private static BigDecimal percent(Cap cap) {
        return cap.ofEquity() == null ? null : cap.ofEquity().value();
    }

    private String amounts(Cap cap) {
        Map<String, String> texts = new TreeMap<>();
        cap.amounts().forEach((currency, amount) -> texts.put(currency.code(), amount.toPlainString()));
        return json.write(texts);
    }
}
