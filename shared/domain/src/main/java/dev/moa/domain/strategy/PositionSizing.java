package dev.moa.domain.strategy;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;

/** How much an entry buys; never more than the account can pay for, the taker's fee included. */
@FunctionalInterface
public interface PositionSizing {
    /** The quantity for an entry at this price; zero when the account cannot pay for one step. */
    Quantity quantity(Instrument instrument, Portfolio portfolio, Price expected);

    /** A candle of the instrument has closed: for sizes that follow how much it moves. */
    default void onCandle(Candle closed) {}

    /** How many candles it must have seen. */
    default int candlesNeeded() {
        return 0;
    }

    /** Always the same quantity. */
    static PositionSizing fixed(Quantity quantity) {
        return (_, _, _) -> quantity;
    }

    /**
     * A share of the equity in the instrument's quote currency, but no more than is available; the taker's fee is paid out of that
     * share, and the quantity is rounded down to the instrument's step.
     */
    static PositionSizing ofEquity(Percent share) {
        return (instrument, portfolio, expected) -> {
            BigDecimal budget = share.of(portfolio.equity(instrument.quote()));
            BigDecimal available = portfolio.cash(instrument.quote()).available();
            return instrument.affordable(budget.min(available), expected);
        };
    }

    /** The same amount of the quote currency each time, the taker's fee paid out of it; nothing when less is available. */
    static PositionSizing amount(BigDecimal amount) {
        return (instrument, portfolio, expected) ->
                portfolio.cash(instrument.quote()).available().compareTo(amount) < 0
                        ? Quantity.ZERO
                        : instrument.affordable(amount, expected);
    }

    /** So much that a loss of {@code stop} percent of the price costs {@code risk} percent of the equity. */
    static PositionSizing byRisk(Percent risk, Percent stop) {
        return (instrument, portfolio, expected) ->
                byDistance(instrument, portfolio, expected, risk, stop.of(expected.value()));
    }

    /** @param distance how far the price may go before the risk is lost, in the unit of the price */
    static Quantity byDistance(
            Instrument instrument, Portfolio portfolio, Price expected, Percent risk, BigDecimal distance) {
        if (distance.signum() <= 0) {
            return Quantity.ZERO;
        }
        BigDecimal mayBeLost = risk.of(portfolio.equity(instrument.quote()));
        Quantity wanted = instrument.roundDown(Decimals.quotientDown(mayBeLost, distance));
        BigDecimal available = portfolio.cash(instrument.quote()).available();
        return wanted.min(instrument.affordable(available.max(BigDecimal.ZERO), expected));
    }
}
