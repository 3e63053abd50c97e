package dev.moa.domain.portfolio;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Running statistics of daily returns. Binary floating point on purpose: these are ratios, never amounts. */
final class DailyReturns {
    private static final double DAYS_WITH_WEEKENDS = 365;
    private static final double DAYS_WITHOUT = 252;
    private static final long SECONDS_OF_DAY = 86_400;

    private long day = Long.MIN_VALUE;
    private BigDecimal lastOfDay;
    private double lastOfDayBefore = Double.NaN;
    private boolean weekends;
    private int count;
    private double mean;
    private double squares;
    private double logs;

    void add(Instant at, BigDecimal equity) {
        long today = Math.floorDiv(at.getEpochSecond(), SECONDS_OF_DAY);
        if (today != day) {
            closeDay();
            day = today;
            DayOfWeek weekday = LocalDate.ofInstant(at, ZoneOffset.UTC).getDayOfWeek();
            weekends |= weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        }
        lastOfDay = equity;
    }

    private void closeDay() {
        if (day == Long.MIN_VALUE) {
            return;
        }
        double close = lastOfDay.doubleValue();
        if (lastOfDayBefore > 0 && close > 0) {
            double daily = close / lastOfDayBefore - 1;
            count++;
            double delta = daily - mean;
            mean += delta / count;
            squares += delta * (daily - mean);
            logs += Math.log1p(daily);
        }
        lastOfDayBefore = close;
    }

    /** Ends the last day; nothing may be added after it. */
    void finish() {
        closeDay();
        day = Long.MIN_VALUE;
    }

    private double daysOfYear() {
        return weekends ? DAYS_WITH_WEEKENDS : DAYS_WITHOUT;
    }

    /** NaN with fewer than two returns, or when they never differ. */
    double sharpe() {
        return count < 2 ? Double.NaN : mean / deviation() * Math.sqrt(daysOfYear());
    }

    /** NaN as {@link #sharpe}. */
    double sharpeGeometric() {
        double yearly = Math.expm1(logs / count * daysOfYear());
        return count < 2 ? Double.NaN : yearly / (deviation() * Math.sqrt(daysOfYear()));
    }

    private double deviation() {
        double deviation = Math.sqrt(squares / (count - 1));
        return deviation == 0 ? Double.NaN : deviation;
    }
}
