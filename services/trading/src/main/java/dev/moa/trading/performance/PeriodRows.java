package dev.moa.trading.performance;

import dev.moa.domain.performance.GrowthMeter;
import dev.moa.domain.value.Decimals;
import dev.moa.trading.performance.AccountDays.Series;
import dev.moa.trading.performance.Day.Activity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gathers the days of a report into rows, oldest first. */
final class PeriodRows {
    private static final int SCALE = 6;

    private PeriodRows() {}

    static List<PeriodView> of(Series series, Period period) {
        List<PeriodView> rows = new ArrayList<>();
        List<Day> days = series.days();
        BigDecimal start = series.start();
        int from = 0;
        for (int i = 0; i < days.size(); i++) {
            LocalDate here = period.of(days.get(i).day());
            if (i == days.size() - 1 || !period.of(days.get(i + 1).day()).equals(here)) {
                rows.add(row(start, days.subList(from, i + 1)));
                start = days.get(i).value() == null ? null : days.get(i).value().equity();
                from = i + 1;
            }
        }
        return rows;
    }

    private static PeriodView row(BigDecimal start, List<Day> days) {
        Activity activity = days.stream().map(Day::activity).reduce(Activity.NONE, Activity::plus);
        Day first = days.getFirst();
        Day last = days.getLast();
        boolean known = start != null && days.stream().map(Day::value).allMatch(Objects::nonNull);
        BigDecimal end = known ? last.value().equity() : null;
        BigDecimal deposits = known ? sum(days, true) : null;
        BigDecimal withdrawals = known ? sum(days, false) : null;
        return new PeriodView(
                first.day(),
                last.day(),
                start,
                end,
                deposits,
                withdrawals,
                known ? profit(start, end, deposits, withdrawals) : null,
                known ? returnPct(start, days) : null,
                activity.realized(),
                activity.fees(),
                activity.taxes(),
                activity.fills(),
                !last.isOver());
    }

    /** What is left when money paid in and out is taken away. */
    static BigDecimal profit(BigDecimal start, BigDecimal end, BigDecimal deposits, BigDecimal withdrawals) {
        return Decimals.canonical(
                "profit", end.subtract(start).subtract(deposits).add(withdrawals));
    }

    /** A share as percent, with at most 6 decimals. */
    static BigDecimal percent(BigDecimal share) {
        return Decimals.canonical("percent", share.movePointRight(2).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal sum(List<Day> days, boolean deposits) {
        return days.stream()
                .map(day -> deposits ? day.value().deposits() : day.value().withdrawals())
                .reduce(BigDecimal.ZERO, (all, more) -> Decimals.canonical("sum", all.add(more)));
    }

    private static BigDecimal returnPct(BigDecimal start, List<Day> days) {
        GrowthMeter meter = new GrowthMeter(start);
        boolean earned = false;
        for (Day day : days) {
            earned |= meter.add(day.value()) != null;
        }
        return earned ? percent(meter.index().subtract(BigDecimal.ONE)) : null;
    }
}
