package dev.moa.trading.venue;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.market.MarketState;
import dev.moa.domain.value.Price;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

@Singleton
final class JdbcMarketStateStore implements MarketStateStore {
    private record Stored(InstrumentId instrument, MarketState state) {}

    private final Sql sql;

    JdbcMarketStateStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<InstrumentId, MarketState> all() {
        return sql.list("SELECT * FROM market_state", JdbcMarketStateStore::row).stream()
                .collect(Collectors.toMap(Stored::instrument, Stored::state));
    }

    private static Stored row(ResultSet rs) throws SQLException {
        BigDecimal base = decimal(rs, "base_price");
        return new Stored(
                InstrumentId.parse(rs.getString("instrument")),
                new MarketState(
                        constant(rs, "trading", MarketState.Trading.class),
                        instant(rs, "until"),
                        rs.getString("reason"),
                        base == null ? null : new Price(base),
                        rs.getBoolean("first_day"),
                        decimal(rs, "funding_rate")));
    }

    @Override
    public void set(InstrumentId instrument, MarketState state, Instant now) {
        sql.update(
                "INSERT INTO market_state (instrument, trading, until, reason, base_price, first_day, funding_rate,"
                        + " updated_at) VALUES (?, ?, ?::timestamptz, ?::text, ?::numeric, ?, ?::numeric, ?)"
                        + " ON CONFLICT (instrument) DO UPDATE SET trading = excluded.trading, until = excluded.until,"
                        + " reason = excluded.reason, base_price = excluded.base_price,"
                        + " first_day = excluded.first_day, funding_rate = excluded.funding_rate,"
                        + " updated_at = excluded.updated_at",
                instrument.toString(),
                state.trading(),
                state.until(),
                state.reason(),
                state.base() == null ? null : state.base().value(),
                state.firstDay(),
                state.fundingRate(),
                now);
    }
}
