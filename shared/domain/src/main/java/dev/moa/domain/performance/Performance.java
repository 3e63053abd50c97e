package dev.moa.domain.performance;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The figures of a run. Amounts are exact and in one currency; percents and ratios are rounded half-even to 6 decimals and null where
 * they have no meaning (no losing trade, less than two days …). Only closed trades count as trades; the equity includes what is open.
 *
 * @param winRatePct trades with a profit above zero, fees deducted, of all
 * @param profitFactor the sum of the profits by the sum of the losses
 * @param profitFactorOfReturns the same of each trade's profit as a share of its entry value, so that large positions weigh no more
 *     than small ones (backtesting.py's definition)
 * @param expectancy the average profit of a trade
 * @param fees of every fill, also of positions still open
 * @param maxDrawdownPct the deepest fall of the equity below its highest value so far; it fell from {@code drawdownFrom} to
 *     {@code drawdownTo}
 * @param cagrPct yearly growth over the calendar time of the run, a year being 365.25 days
 * @param sharpe mean by standard deviation (sample) of the daily returns (last equity of each UTC day), times the root of 365, or of
 *     252 when no point lies on a weekend; no interest is deducted
 * @param sharpeGeometric the yearly geometric return by the yearly volatility of the same daily returns
 */
public record Performance(
        int trades,
        int wins,
        BigDecimal winRatePct,
        BigDecimal profitFactor,
        BigDecimal profitFactorOfReturns,
        BigDecimal expectancy,
        BigDecimal fees,
        BigDecimal startEquity,
        BigDecimal finalEquity,
        BigDecimal totalReturnPct,
        BigDecimal cagrPct,
        BigDecimal maxDrawdownPct,
        Instant drawdownFrom,
        Instant drawdownTo,
        BigDecimal sharpe,
        BigDecimal sharpeGeometric) {}
