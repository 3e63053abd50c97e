package dev.moa.domain.performance;

import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Sums over closed trades, from which their figures follow; so a database may do the adding. Amounts are in one currency. The
 * figures are rounded half-even to 6 decimals and null where they have no meaning.
 *
 * @param wins trades with a profit above zero, all fees deducted; @param losses those below zero
 * @param gained what the wins brought; @param lost what the losses cost, zero or more
 */
public record TradeTotals(long trades, long wins, long losses, BigDecimal gained, BigDecimal lost) {
    public static final TradeTotals NONE = new TradeTotals(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    public TradeTotals {
        gained = Decimals.canonical("gained", gained);
        lost = Decimals.canonical("lost", lost);
    }

    /** With one more trade of this profit. */
    public TradeTotals plus(BigDecimal profit) {
        int sign = profit.signum();
        return new TradeTotals(
                trades + 1,
                wins + (sign > 0 ? 1 : 0),
                losses + (sign < 0 ? 1 : 0),
                sign > 0 ? gained.add(profit) : gained,
                sign < 0 ? lost.subtract(profit) : lost);
    }

    /** With all trades of another sum in the same currency. */
    public TradeTotals plus(TradeTotals more) {
        return new TradeTotals(
                trades + more.trades,
                wins + more.wins,
                losses + more.losses,
                gained.add(more.gained),
                lost.add(more.lost));
    }

    /** The same trades counted in another currency at this rate; amounts are rounded half-even to 12 decimals. */
    public TradeTotals times(BigDecimal rate) {
        return new TradeTotals(trades, wins, losses, at(gained, rate), at(lost, rate));
    }

    private static BigDecimal at(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).setScale(Decimals.RATIO_SCALE, RoundingMode.HALF_EVEN);
    }

    public BigDecimal profit() {
        return Decimals.canonical("profit", gained.subtract(lost));
    }

    /** Wins of all trades, in percent. */
    public BigDecimal winRatePct() {
        return Ratios.percent(BigDecimal.valueOf(wins), BigDecimal.valueOf(trades));
    }

    /** What was gained by what was lost; null when nothing was lost. */
    public BigDecimal profitFactor() {
        return Ratios.ratio(gained, lost);
    }

    /** The average profit of a trade. */
    public BigDecimal expectancy() {
        return Ratios.ratio(gained.subtract(lost), BigDecimal.valueOf(trades));
    }

    public BigDecimal averageWin() {
        return Ratios.ratio(gained, BigDecimal.valueOf(wins));
    }

    /** Zero or more; null when no trade lost. */
    public BigDecimal averageLoss() {
        return Ratios.ratio(lost, BigDecimal.valueOf(losses));
    }

    /** The average win by the average loss. */
    public BigDecimal payoffRatio() {
        return Ratios.ratio(gained.multiply(BigDecimal.valueOf(losses)), lost.multiply(BigDecimal.valueOf(wins)));
    }
}
