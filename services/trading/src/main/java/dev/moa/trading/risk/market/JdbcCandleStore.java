package dev.moa.trading.risk.market;

import static dev.moa.platform.sql.Columns.decimal;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.facts.PriceRange;
import dev.moa.domain.value.Price;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Reads the market's published view. */
@Singleton
final class JdbcCandleStore implements CandleStore {
    private final Sql sql;

    JdbcCandleStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PriceRange> range(InstrumentId instrument, Instant from, Instant to) {
        return sql.one(
                "SELECT min(low) AS low, max(high) AS high FROM market.candle_v1"
                        + " WHERE instrument = ? AND interval = '1m' AND open_time >= ? AND open_time < ?"
                        + " HAVING count(*) > 0",
                rs -> new PriceRange(new Price(decimal(rs, "low")), new Price(decimal(rs, "high"))),
                instrument.toString(),
                from,
                to);
    }
}
