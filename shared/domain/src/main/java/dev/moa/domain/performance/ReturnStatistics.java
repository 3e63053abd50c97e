package dev.moa.domain.performance;

/**
 * Running statistics of daily returns (0.01 is one percent), in constant memory. Binary floating point on purpose: these are ratios,
 * never amounts. Everything is NaN with fewer than two returns, or when its divisor is zero. No interest is deducted. Mutable.
 *
 * <p>{@code days} is the number of returns a year has: 365 where every calendar day has one, 252 for exchanges.
 */
public final class ReturnStatistics {
    private int count;
    private double mean;
    private double squares;
    private double logs;
    private double losses;

    /** @param daily above −1: a total loss has no logarithm and ends the history */
    public void add(double daily) {
        count++;
        double delta = daily - mean;
        mean += delta / count;
        squares += delta * (daily - mean);
        logs += Math.log1p(daily);
        losses += daily < 0 ? daily * daily : 0;
    }

    public int count() {
        return count;
    }

    /** The geometric mean of the returns, raised to a year. */
    public double annualReturn(double days) {
        return count < 2 ? Double.NaN : Math.expm1(logs / count * days);
    }

    /** Standard deviation (sample) times the root of a year. */
    public double annualVolatility(double days) {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)) * Math.sqrt(days);
    }

    /** Mean by standard deviation, times the root of a year. */
    public double sharpe(double days) {
        return count < 2 ? Double.NaN : mean / deviation() * Math.sqrt(days);
    }

    /** Annual geometric return by annual volatility. */
    public double sharpeGeometric(double days) {
        double yearly = Math.expm1(logs / count * days);
        return count < 2 ? Double.NaN : yearly / (deviation() * Math.sqrt(days));
    }

    /** Mean by downside deviation (root of the mean square of what is below zero, over all returns), times the root of a year. */
    public double sortino(double days) {
        return count < 2 ? Double.NaN : mean / downside() * Math.sqrt(days);
    }

    /** Annual geometric return by annual downside deviation. */
    public double sortinoGeometric(double days) {
        return annualReturn(days) / (downside() * Math.sqrt(days));
    }

    private double deviation() {
        return orNaN(Math.sqrt(squares / (count - 1)));
    }

    private double downside() {
        return orNaN(Math.sqrt(losses / count));
    }

    private static double orNaN(double divisor) {
        return divisor == 0 ? Double.NaN : divisor;
    }
}
