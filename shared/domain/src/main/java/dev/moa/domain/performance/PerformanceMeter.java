package dev.moa.domain.performance;

import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Gathers the figures of a run while it runs, in constant memory. Mutable. */
public final class PerformanceMeter {
    private static final double SECONDS_OF_YEAR = 365.25 * 86_400;

    private final BigDecimal start;
    private final DailyReturns daily = new DailyReturns();
    private BigDecimal equity;
    private Instant began;
    private Instant ended;
    private final DrawdownMeter<Instant> drawdown;
    private BigDecimal fees = BigDecimal.ZERO;
    private TradeTotals totals = TradeTotals.NONE;
    private BigDecimal returnsGained = BigDecimal.ZERO;
    private BigDecimal returnsLost = BigDecimal.ZERO;

    /** @param start the equity before the first candle */
    public PerformanceMeter(BigDecimal start) {
        this.start = start;
        this.equity = start;
        this.drawdown = new DrawdownMeter<>(start);
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
        }
        ended = at;
        equity = worth;
        daily.add(at, worth);
        drawdown.add(at, worth);
    }

    public void trade(ClosedTrade trade) {
        BigDecimal onEntry = Decimals.ratio(trade.profit(), trade.entryPrice().times(trade.quantity()));
        totals = totals.plus(trade.profit());
        if (trade.profit().signum() > 0) {
            returnsGained = returnsGained.add(onEntry);
        } else {
            returnsLost = returnsLost.subtract(onEntry);
        }
    }

    public void fee(BigDecimal fee) {
        fees = fees.add(fee);
    }

    /** The figures so far; nothing may be added after this. */
    public Performance result() {
        daily.finish();
        Drawdown<Instant> deepest = drawdown.deepest();
        return new Performance(
                (int) totals.trades(),
                (int) totals.wins(),
                totals.winRatePct(),
                totals.profitFactor(),
                Ratios.ratio(returnsGained, returnsLost),
                totals.expectancy(),
                Decimals.canonical("fees", fees),
                Decimals.canonical("equity", start),
                Decimals.canonical("equity", equity),
                Ratios.percent(equity.subtract(start), start),
                Ratios.rounded(cagr()),
                Ratios.rounded(deepest.depth().movePointRight(2)),
                deepest.peakAt(),
                deepest.troughAt(),
                Ratios.rounded(daily.sharpe()),
                Ratios.rounded(daily.sharpeGeometric()));
    }

    private double cagr() {
        if (began == null || !ended.isAfter(began) || start.signum() <= 0 || equity.signum() <= 0) {
            return Double.NaN;
        }
        double years = Duration.between(began, ended).toSeconds() / SECONDS_OF_YEAR;
        return 100 * Math.expm1(Math.log(equity.doubleValue() / start.doubleValue()) / years);
    }
}
