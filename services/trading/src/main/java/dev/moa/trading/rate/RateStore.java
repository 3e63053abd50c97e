package dev.moa.trading.rate;

import dev.moa.domain.rate.Rate;
import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

interface RateStore {
    /** The owner of the market's own rates. */
    UUID MARKET = new UUID(0, 0);

    /** A rate and who set it. */
    record Owned(Rate rate, boolean manual) {}

    /** Sets the rate of the day; the latest word counts. */
    void set(UUID owner, Rate rate, Instant at);

    /** The market's rates, and then this person's own, both up to this day, so that the own ones count. */
    List<Rate> upTo(UUID userId, LocalDate day);

    /** The latest rate of each pair, the person's own before the market's. */
    List<Owned> latest(UUID userId);

    /** What accounts hold money in. */
    Set<Currency> currencies();

    /** The last day for which the market told a rate of this pair. */
    Optional<LocalDate> lastDay(Currency base, Currency quote);

    /** The last price of the instrument known at this moment, from stored candles at most a day old. */
    Optional<BigDecimal> close(String instrument, Instant at);
}
