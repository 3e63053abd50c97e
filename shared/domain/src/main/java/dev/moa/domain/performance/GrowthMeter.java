package dev.moa.domain.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Links daily returns into a time-weighted return. Money that comes in counts from the beginning of its day, money that goes out to
 * the end of it: {@code (end + withdrawals) / (start + deposits) − 1}, so that neither is ever a profit or a loss. A day that begins
 * with nothing has no return. Every calendar day is expected to be there, which makes a year 365 of them. Mutable.
 */
public final class GrowthMeter {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final double DAYS = 365;
    private static final double DAYS_OF_YEAR = 365.25;

    private final ReturnStatistics returns = new ReturnStatistics();
    private final DrawdownMeter<LocalDate> drawdown = new DrawdownMeter<>(BigDecimal.ONE);
    private BigDecimal before;
    private BigDecimal index = BigDecimal.ONE;
    private BigDecimal exposure = BigDecimal.ZERO;
    private LocalDate first;
    private LocalDate last;
    private int seen;
    private int linked;
    private int invested;

    /** @param start the equity before the first day; zero when there was no account yet */
    public GrowthMeter(BigDecimal start) {
        this.before = start;
    }

    /** The next day; returns what it earned as a share, null when it began with nothing. */
    public BigDecimal add(DayValue day) {
        if (first == null) {
            first = day.day();
        }
        last = day.day();
        seen++;
        expose(day);
        BigDecimal base = before.add(day.deposits());
        before = day.equity();
        if (base.signum() <= 0) {
            drawdown.add(last, index);
            return null;
        }
        BigDecimal end = day.equity().add(day.withdrawals()).max(BigDecimal.ZERO);
        BigDecimal link = end.divide(base, PRECISION);
        index = index.multiply(link, PRECISION);
        linked++;
        if (link.signum() > 0) {
            returns.add(link.doubleValue() - 1);
        }
        drawdown.add(last, index);
        return link.subtract(BigDecimal.ONE);
    }

    private void expose(DayValue day) {
        if (day.invested().signum() > 0) {
            invested++;
            if (day.equity().signum() > 0) {
                exposure = exposure.add(day.invested().divide(day.equity(), PRECISION));
            }
        }
    }

    /** What one unit of money has become. */
    public BigDecimal index() {
        return index;
    }

    /** How far {@link #index} is below its peak now, as a share of it. */
    public BigDecimal depth() {
        return drawdown.depth();
    }

    /** The figures so far. */
    public Growth result() {
        Drawdown<LocalDate> deepest = drawdown.deepest();
        double yearly = returns.annualReturn(DAYS);
        double depth = deepest.depth().doubleValue();
        return new Growth(
                linked,
                linked == 0
                        ? null
                        : Ratios.rounded(index.subtract(BigDecimal.ONE).movePointRight(2)),
                Ratios.rounded(cagr()),
                Ratios.rounded(100 * yearly),
                Ratios.rounded(100 * returns.annualVolatility(DAYS)),
                Ratios.rounded(returns.sharpe(DAYS)),
                Ratios.rounded(returns.sharpeGeometric(DAYS)),
                Ratios.rounded(returns.sortino(DAYS)),
                Ratios.rounded(returns.sortinoGeometric(DAYS)),
                Ratios.rounded(depth == 0 ? Double.NaN : yearly / depth),
                deepest,
                Ratios.percent(exposure, BigDecimal.valueOf(seen)),
                Ratios.percent(BigDecimal.valueOf(invested), BigDecimal.valueOf(seen)));
    }

    private double cagr() {
        if (linked < 2 || index.signum() <= 0) {
            return Double.NaN;
        }
        double years = (ChronoUnit.DAYS.between(first, last) + 1) / DAYS_OF_YEAR;
        return 100 * Math.expm1(Math.log(index.doubleValue()) / years);
    }
}
