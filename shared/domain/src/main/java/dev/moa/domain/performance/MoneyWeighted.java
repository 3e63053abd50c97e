package dev.moa.domain.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The yearly rate at which all cash flows together are worth nothing (XIRR): days by 365, compounded yearly.
 *
 * @param ratePct percent a year, rounded half-even to 6 decimals; null when there is none
 * @param periodPct the same rate over the days between the first and the last flow
 * @param reason why there is none: {@code no_flows}, {@code one_day}, {@code one_direction}, {@code no_rate}; null otherwise
 */
public record MoneyWeighted(BigDecimal ratePct, BigDecimal periodPct, String reason) {
    private static final double DAYS_OF_YEAR = 365;
    /** Logarithms of what a unit becomes in a year: from next to nothing to more than any market pays. */
    private static final double LOWEST = -30;

    private static final double HIGHEST = 30;
    private static final double STEP = 0.05;
    private static final int HALVINGS = 80;

    /** The rate of these flows, in any order. Of several rates (money went in and out repeatedly) the one nearest to zero. */
    public static MoneyWeighted of(List<CashFlow> flows) {
        List<CashFlow> real =
                flows.stream().filter(flow -> flow.amount().signum() != 0).toList();
        if (real.isEmpty()) {
            return none("no_flows");
        }
        LocalDate first =
                real.stream().map(CashFlow::day).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                real.stream().map(CashFlow::day).max(LocalDate::compareTo).orElseThrow();
        if (first.equals(last)) {
            return none("one_day");
        }
        long paidIn = real.stream().filter(flow -> flow.amount().signum() < 0).count();
        if (paidIn == 0 || paidIn == real.size()) {
            return none("one_direction");
        }
        double[] years = real.stream()
                .mapToDouble(flow -> ChronoUnit.DAYS.between(first, flow.day()) / DAYS_OF_YEAR)
                .toArray();
        double[] amounts =
                real.stream().mapToDouble(flow -> flow.amount().doubleValue()).toArray();
        double growth = nearestRoot(amounts, years);
        BigDecimal yearly = Ratios.rounded(100 * Math.expm1(growth));
        double length = ChronoUnit.DAYS.between(first, last) / DAYS_OF_YEAR;
        return Double.isNaN(growth)
                ? none("no_rate")
                : new MoneyWeighted(yearly, Ratios.rounded(100 * Math.expm1(growth * length)), null);
    }

    private static MoneyWeighted none(String reason) {
        return new MoneyWeighted(null, null, reason);
    }

    /** Looks from zero outwards for a change of sign, so that nothing can diverge; NaN when there is none. */
    private static double nearestRoot(double[] amounts, double[] years) {
        for (double from = 0; from < HIGHEST; from += STEP) {
            double above = rootBetween(amounts, years, from, from + STEP);
            if (!Double.isNaN(above)) {
                return above;
            }
            double below = -from - STEP < LOWEST ? Double.NaN : rootBetween(amounts, years, -from - STEP, -from);
            if (!Double.isNaN(below)) {
                return below;
            }
        }
        return Double.NaN;
    }

    private static double rootBetween(double[] amounts, double[] years, double from, double to) {
        double low = from;
        double high = to;
        double atLow = worth(amounts, years, low);
        if (atLow == 0) {
            return low;
        }
        if (Math.signum(atLow) * Math.signum(worth(amounts, years, high)) > 0) {
            return Double.NaN;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (Math.signum(worth(amounts, years, middle)) == Math.signum(atLow)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double worth(double[] amounts, double[] years, double growth) {
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += amounts[i] * Math.exp(-growth * years[i]);
        }
        return sum;
    }
}
