package dev.moa.domain.market;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.PriceLimits;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an instrument's market beside its prices and its table of sessions.
 *
 * @param until when a halt or an interruption ends; null for until further notice
 * @param reason in plain words, null when none was told
 * @param base the price that today's limits are counted from, null when unknown: then nothing is refused for its price
 * @param firstDay whether it is listed since today, the base being the price at which it was offered
 * @param fundingRate of a contract, as a fraction of the value for each funding time; null when unknown
 */
public record MarketState(
        Trading trading, Instant until, String reason, Price base, boolean firstDay, BigDecimal fundingRate) {
    public enum Trading {
        OPEN,
        /** Orders gather and trade at one price when it ends: a volatility interruption. */
        INTERRUPTED,
        /** Nothing trades and nothing may be entered. */
        HALTED
    }

    public static final MarketState NORMAL = new MarketState(Trading.OPEN, null, null, null, false, null);

    public MarketState {
        Objects.requireNonNull(trading, "trading");
    }

    /** Whether trading is halted or interrupted at this moment. */
    public Trading at(Instant now) {
        return until != null && !now.isBefore(until) ? Trading.OPEN : trading;
    }

    /** The lowest and highest price of the day, where the exchange sets one and the base is known. */
    public Optional<PriceLimits> limits(Instrument instrument, LocalDate day) {
        if (base == null || !instrument.listing().isKorean()) {
            return Optional.empty();
        }
        return Optional.of(firstDay ? PriceLimits.ofFirstDay(instrument, base) : PriceLimits.of(instrument, base, day));
    }

    /** The same market with another base price of the day. */
    public MarketState withBase(Price newBase) {
        return new MarketState(trading, until, reason, newBase, false, fundingRate);
    }
}
