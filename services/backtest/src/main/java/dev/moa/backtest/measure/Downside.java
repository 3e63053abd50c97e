package dev.moa.backtest.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The Sortino ratio: mean of the daily returns by their downside deviation (root of the mean square of the losses, all days
 * counted), times the root of the days of a year. Days and years as in the Sharpe ratio beside it. A ratio, never an amount: binary
 * floating point on purpose.
 */
final class Downside {
    private static final int SCALE = 6;

    private LocalDate day;
    private double equity;
    private double before = Double.NaN;
    private boolean weekends;
    private int returns;
    private double sum;
    private double lossSquares;

    void add(Instant at, BigDecimal worth) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (!today.equals(day)) {
            closeDay();
            day = today;
            weekends |= today.getDayOfWeek() == DayOfWeek.SATURDAY || today.getDayOfWeek() == DayOfWeek.SUNDAY;
        }
        equity = worth.doubleValue();
    }

    private void closeDay() {
        if (day == null) {
            return;
        }
        if (before > 0 && equity > 0) {
            double daily = equity / before - 1;
            returns++;
            sum += daily;
            lossSquares += Math.pow(Math.min(0, daily), 2);
        }
        before = equity;
    }

    /** Null with fewer than two returns or without a losing day. Ends the last day: nothing may be added after it. */
    BigDecimal sortino() {
        closeDay();
        day = null;
        if (returns < 2 || lossSquares == 0) {
            return null;
        }
        double ratio = sum / returns / Math.sqrt(lossSquares / returns) * Math.sqrt(weekends ? 365 : 252);
        return Math.abs(ratio) > 1e12
                ? null
                : BigDecimal.valueOf(ratio)
                        .setScale(SCALE, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
    }
}
