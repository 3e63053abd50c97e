package dev.moa.domain.risk.facts;

import java.math.BigDecimal;

/**
 * The money of one level in one currency.
 *
 * @param dayProfit since the day began, open positions included
 * @param dayRealized profit taken since the day began
 * @param peak highest equity so far, never below the equity
 * @param dayBest highest profit of the day so far, never below zero
 */
public record Purse(
        BigDecimal equity, BigDecimal dayProfit, BigDecimal dayRealized, BigDecimal peak, BigDecimal dayBest) {
    public static final Purse EMPTY =
            new Purse(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** The equity that the day began with. */
    public BigDecimal dayStart() {
        return equity.subtract(dayProfit);
    }

    public Purse plus(Purse other) {
        return new Purse(
                equity.add(other.equity),
                dayProfit.add(other.dayProfit),
                dayRealized.add(other.dayRealized),
                peak.add(other.peak),
                dayBest.add(other.dayBest));
    }
}
