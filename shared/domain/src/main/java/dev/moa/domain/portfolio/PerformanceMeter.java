package dev.moa.domain.portfolio;

import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Gathers the figures of a run while it runs, in constant memory. Mutable. */
public final class PerformanceMeter {
    private static final int SCALE = 6;
    private static final double SECONDS_OF_YEAR = 365.25 * 86_400;

    private final BigDecimal start;
    private final DailyReturns daily = new DailyReturns();
    private BigDecimal equity;
    private Instant began;
    private Instant ended;
    private BigDecimal peak;
    private Instant peakAt;
    private BigDecimal deepest = BigDecimal.ZERO;
    private Instant deepestFrom;
    private Instant deepestTo;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal gained = BigDecimal.ZERO;
    private BigDecimal lost = BigDecimal.ZERO;
    private BigDecimal returnsGained = BigDecimal.ZERO;
    private BigDecimal returnsLost = BigDecimal.ZERO;
    private int trades;
    private int wins;

    /** @param start the equity before the first candle */
    public PerformanceMeter(BigDecimal start) {
        this.start = start;
        this.equity = start;
        this.peak = start;
    }

    /** The figures of a finished history. */
    public static Performance of(
            BigDecimal start, Collection<EquityPoint> curve, Collection<ClosedTrade> trades, BigDecimal fees) {
        PerformanceMeter meter = new PerformanceMeter(start);
        curve.forEach(point -> meter.equity(point.at(), point.equity()));
        trades.forEach(meter::trade);
        meter.fee(fees);
        return meter.result();
    }

    /** What the account is worth now; moments must not go back. */
    public void equity(Instant at, BigDecimal worth) {
        if (began == null) {
            began = at;
            peakAt = at;
        }
        ended = at;
        equity = worth;
        daily.add(at, worth);
        if (worth.compareTo(peak) >= 0) {
            peak = worth;
            peakAt = at;
        } else {
            fallen(at);
        }
    }

    private void fallen(Instant at) {
        BigDecimal depth = peak.subtract(equity).divide(peak, Decimals.RATIO_SCALE, RoundingMode.HALF_EVEN);
        if (depth.compareTo(deepest) > 0) {
            deepest = depth;
            deepestFrom = peakAt;
            deepestTo = at;
        }
    }

    public void trade(ClosedTrade trade) {
        BigDecimal onEntry = Decimals.ratio(trade.profit(), trade.entryPrice().times(trade.quantity()));
        trades++;
        if (trade.profit().signum() > 0) {
            wins++;
            gained = gained.add(trade.profit());
            returnsGained = returnsGained.add(onEntry);
        } else {
            lost = lost.subtract(trade.profit());
            returnsLost = returnsLost.subtract(onEntry);
        }
    }

    public void fee(BigDecimal fee) {
        fees = fees.add(fee);
    }

    /** The figures so far; nothing may be added after this. */
    public Performance result() {
        daily.finish();
        return new Performance(
                trades,
                wins,
                ratio(BigDecimal.valueOf(100L * wins), BigDecimal.valueOf(trades)),
                ratio(gained, lost),
                ratio(returnsGained, returnsLost),
                ratio(gained.subtract(lost), BigDecimal.valueOf(trades)),
                Decimals.canonical("fees", fees),
                Decimals.canonical("equity", start),
                Decimals.canonical("equity", equity),
                percent(equity.subtract(start)),
                rounded(cagr()),
                Decimals.canonical("drawdown", deepest.movePointRight(2).setScale(SCALE, RoundingMode.HALF_EVEN)),
                deepestFrom,
                deepestTo,
                rounded(daily.sharpe()),
                rounded(daily.sharpeGeometric()));
    }

    private BigDecimal percent(BigDecimal gain) {
        return ratio(gain.movePointRight(2), start);
    }

    private double cagr() {
        if (began == null || !ended.isAfter(began) || start.signum() <= 0 || equity.signum() <= 0) {
            return Double.NaN;
        }
        double years = Duration.between(began, ended).toSeconds() / SECONDS_OF_YEAR;
        return 100 * Math.expm1(Math.log(equity.doubleValue() / start.doubleValue()) / years);
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : Decimals.canonical("ratio", part.divide(whole, SCALE, RoundingMode.HALF_EVEN));
    }

    /** Null for what is not a number, or too large to mean anything: growth of a day raised to a year. */
    private static BigDecimal rounded(double number) {
        return Double.isNaN(number) || Math.abs(number) > 1e12
                ? null
                : Decimals.canonical("ratio", BigDecimal.valueOf(number).setScale(SCALE, RoundingMode.HALF_EVEN));
    }
}
