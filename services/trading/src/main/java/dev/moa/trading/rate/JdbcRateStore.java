package dev.moa.trading.rate;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.rate.Rate;
import dev.moa.domain.value.Currency;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

@Singleton
final class JdbcRateStore implements RateStore {
    private static final Row<Rate> RATE = rs -> new Rate(
            Currency.of(rs.getString("base")),
            Currency.of(rs.getString("quote")),
            rs.getObject("day", LocalDate.class),
            decimal(rs, "rate"));

    private final Sql sql;

    JdbcRateStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void set(UUID owner, Rate rate, Instant at) {
        sql.update(
                "INSERT INTO rate (owner, base, quote, day, rate, at) VALUES (?, ?, ?, ?::date, ?, ?)"
                        + " ON CONFLICT (owner, base, quote, day) DO UPDATE SET rate = excluded.rate, at = excluded.at",
                owner,
                rate.base().code(),
                rate.quote().code(),
                rate.day().toString(),
                rate.rate(),
                at);
    }

    @Override
    public List<Rate> upTo(UUID userId, LocalDate day) {
        return sql.list(
                "SELECT base, quote, day, rate FROM rate WHERE owner IN (?, ?) AND day <= ?::date"
                        + " ORDER BY day, owner = ?",
                RATE,
                MARKET,
                userId,
                day.toString(),
                userId);
    }

    @Override
    public List<Owned> latest(UUID userId) {
        return sql.list(
                "SELECT DISTINCT ON (base, quote) owner, base, quote, day, rate FROM rate WHERE owner IN (?, ?)"
                        + " ORDER BY base, quote, day DESC, owner = ? DESC",
                rs -> new Owned(RATE.map(rs), !MARKET.equals(uuid(rs, "owner"))),
                MARKET,
                userId,
                userId);
    }

    @Override
    public Set<Currency> currencies() {
        return new TreeSet<>(
                sql.list("SELECT DISTINCT currency FROM cash", rs -> Currency.of(rs.getString("currency"))));
    }

    @Override
    public Optional<LocalDate> lastDay(Currency base, Currency quote) {
        return sql.one(
                "SELECT day FROM rate WHERE owner = ? AND base = ? AND quote = ? ORDER BY day DESC LIMIT 1",
                rs -> rs.getObject("day", LocalDate.class),
                MARKET,
                base.code(),
                quote.code());
    }

    @Override
    public Optional<BigDecimal> close(String instrument, Instant at) {
        return sql.one(
                "SELECT c.close FROM market.candle_v1 c WHERE c.instrument = ? AND c.interval = '1m' AND c.closed"
                        + " AND c.open_time >= ? AND c.open_time < ? ORDER BY c.open_time DESC LIMIT 1",
                rs -> decimal(rs, "close"),
                instrument,
                at.minus(Duration.ofDays(1)),
                at.minus(Duration.ofMinutes(1)).plusMillis(1));
    }
}
