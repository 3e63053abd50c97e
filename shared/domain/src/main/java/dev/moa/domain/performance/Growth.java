package dev.moa.domain.performance;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a unit of money grew, whatever was paid in or out. Percents and ratios are rounded half-even to 6 decimals and null where they
 * have no meaning (fewer than two days, no loss …); yearly figures of short histories are extrapolations.
 *
 * @param days how many daily returns were linked
 * @param timeWeightedPct of the whole history, not of a year
 * @param cagrPct the same as growth a year of 365.25 days
 * @param annualReturnPct the geometric mean of the daily returns, raised to 365
 * @param sharpe mean by standard deviation; {@code sharpeGeometric}: annual return by annual volatility; {@code sortino} likewise
 * @param calmar annual return by the deepest drawdown
 * @param exposurePct the average share of the equity that was invested
 * @param inMarketPct the share of days that ended with a position
 */
public record Growth(
        int days,
        BigDecimal timeWeightedPct,
        BigDecimal cagrPct,
        BigDecimal annualReturnPct,
        BigDecimal annualVolatilityPct,
        BigDecimal sharpe,
        BigDecimal sharpeGeometric,
        BigDecimal sortino,
        BigDecimal sortinoGeometric,
        BigDecimal calmar,
        Drawdown<LocalDate> drawdown,
        BigDecimal exposurePct,
        BigDecimal inMarketPct) {}
