package dev.moa.trading.performance;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How a person's trading went. Amounts in {@code currency}; percents and ratios with at most 6 decimals, left out where they have no
 * meaning. Money paid in or out is never a profit.
 *
 * @param converted whether amounts of other currencies are counted too, at stored rates
 * @param reason why the figures of the equity are left out: {@code filtered} (nobody can say what a strategy's or an instrument's part
 *     of an account was worth), {@code rates_missing}, {@code no_history}; left out when they are there
 * @param timeWeightedReturnPct daily returns linked, of the whole period; {@code moneyWeightedReturnPct} a year (XIRR),
 *     {@code moneyWeightedPeriodPct} the same over the period, or why there is none
 * @param annualReturnPct geometric, a year of 365 days; {@code cagrPct} the same by calendar time
 * @param sharpe mean by standard deviation of the daily returns, a year; {@code sharpeGeometric} annual return by volatility; sortino
 *     likewise; calmar is annual return by drawdown
 * @param exposurePct average share of the equity that was invested; {@code inMarketPct} the share of days with a position
 * @param trades closed positions, by the market's time at which they were closed; wins are those with a profit, fees deducted
 */
@Serdeable
record PerformanceView(
        String currency,
        boolean converted,
        LocalDate from,
        LocalDate to,
        int days,
        @Nullable String reason,
        List<MissingRateView> missingRates,
        @Nullable BigDecimal equityStart,
        @Nullable BigDecimal equityEnd,
        @Nullable BigDecimal deposits,
        @Nullable BigDecimal withdrawals,
        @Nullable BigDecimal profit,
        BigDecimal realizedPnl,
        BigDecimal fees,
        BigDecimal taxes,
        long fills,
        @Nullable BigDecimal timeWeightedReturnPct,
        @Nullable BigDecimal moneyWeightedReturnPct,
        @Nullable BigDecimal moneyWeightedPeriodPct,
        @Nullable String moneyWeightedReason,
        @Nullable BigDecimal cagrPct,
        @Nullable BigDecimal annualReturnPct,
        @Nullable BigDecimal annualVolatilityPct,
        @Nullable BigDecimal sharpe,
        @Nullable BigDecimal sharpeGeometric,
        @Nullable BigDecimal sortino,
        @Nullable BigDecimal sortinoGeometric,
        @Nullable BigDecimal calmar,
        @Nullable BigDecimal maxDrawdownPct,
        @Nullable LocalDate maxDrawdownFrom,
        @Nullable LocalDate maxDrawdownTo,
        @Nullable LocalDate maxDrawdownRecovered,
        @Nullable BigDecimal exposurePct,
        @Nullable BigDecimal inMarketPct,
        long trades,
        long wins,
        long losses,
        @Nullable BigDecimal winRate,
        @Nullable BigDecimal profitFactor,
        @Nullable BigDecimal expectancy,
        @Nullable BigDecimal payoffRatio,
        @Nullable BigDecimal averageWin,
        @Nullable BigDecimal averageLoss,
        @Nullable Long averageHoldingSeconds,
        @Nullable Long medianHoldingSeconds,
        List<CurveView> equityCurve) {

    /**
     * The end of a day.
     *
     * @param returnPct time-weighted since the period began; @param drawdownPct below the highest value so far
     */
    @Serdeable
    record CurveView(
            LocalDate day,
            BigDecimal equity,
            BigDecimal flow,
            BigDecimal returnPct,
            BigDecimal drawdownPct,
            boolean provisional) {}
}
