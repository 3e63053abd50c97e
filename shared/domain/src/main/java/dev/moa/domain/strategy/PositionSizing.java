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
     * share, and the quantity is rounded down to the instrument's step. What is held on margin is as many times larger as the
     * account's leverage in it.
     */
    static PositionSizing ofEquity(Percent share) {
        return (instrument, portfolio, expected) -> {
            BigDecimal budget = share.of(portfolio.equity(instrument.quote()));
            return payable(instrument, portfolio, expected, budget.min(portfolio.spendable(instrument)));
        };
    }

    /** The same amount of the quote currency each time, the taker's fee paid out of it; nothing when less is available. */
    static PositionSizing amount(BigDecimal amount) {
        return (instrument, portfolio, expected) ->
                portfolio.spendable(instrument).compareTo(amount) < 0
                        ? Quantity.ZERO
                        : payable(instrument, portfolio, expected, amount);
    }

    /** So much that a loss of {@code stop} percent of the price costs {@code risk} percent of the equity. */
    static PositionSizing byRisk(Percent risk, Percent stop) {
        return (instrument, portfolio, expected) ->
                byDistance(instrument, portfolio, expected, new AtRisk(risk, stop.of(expected.value())));
    }

    /** @param risk percent of the equity; @param distance how far the price goes until it is lost, in the unit of the price */
    record AtRisk(Percent risk, BigDecimal distance) {}

    static Quantity byDistance(Instrument instrument, Portfolio portfolio, Price expected, AtRisk atRisk) {
        if (atRisk.distance().signum() <= 0) {
            return Quantity.ZERO;
        }
        BigDecimal mayBeLost = atRisk.risk().of(portfolio.equity(instrument.quote()));
        Quantity wanted = instrument.roundDown(Decimals.quotientDown(mayBeLost, atRisk.distance()));
        return wanted.min(payable(instrument, portfolio, expected, portfolio.spendable(instrument)));
    }

    private static Quantity payable(Instrument instrument, Portfolio portfolio, Price expected, BigDecimal budget) {
        if (!instrument.isMargined()) {
            return instrument.affordable(budget, expected);
        }
        BigDecimal margin = Decimals.ratio(BigDecimal.ONE, BigDecimal.valueOf(portfolio.leverage(instrument.id())));
        BigDecimal each = expected.value().multiply(margin.add(instrument.fees().taker()));
        return instrument.roundDown(Decimals.quotientDown(budget, each));
    }
}
