package dev.moa.domain.strategy;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;

/** How much an entry buys. */
@FunctionalInterface
public interface PositionSizing {
    /** The quantity for an entry at this price; zero when the account cannot pay for one step. */
    Quantity quantity(Instrument instrument, Portfolio portfolio, Price expected);

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
}
