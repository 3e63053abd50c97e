package dev.moa.domain.performance;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The return of each UTC day, out of an equity told as often as one likes. */
final class DailyReturns {
    private static final double DAYS_WITH_WEEKENDS = 365;
    private static final double DAYS_WITHOUT = 252;
    private static final long SECONDS_OF_DAY = 86_400;

    private long day = Long.MIN_VALUE;
    private BigDecimal lastOfDay;
    private double lastOfDayBefore = Double.NaN;
    private boolean weekends;
    private final ReturnStatistics returns = new ReturnStatistics();

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
            returns.add(close / lastOfDayBefore - 1);
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
        return returns.sharpe(daysOfYear());
    }

    /** NaN as {@link #sharpe}. */
    double sharpeGeometric() {
        return returns.sharpeGeometric(daysOfYear());
    }
}
