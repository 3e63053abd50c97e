package dev.moa.domain.instrument;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On which days the Korean exchange trades. Known for 2024 to 2027, those to come as far as the law names them; of other years only
 * the weekends, New Year and the year's last day are known. Days that a government declares at short notice have to be added.
 */
public final class KrxCalendar {
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** Weekdays without trading, but 1 January, 1 May, 25 December and the year's last trading holiday, which are rules. */
    private static final Set<LocalDate> HOLIDAYS = days(
            // 2024: lunar new year, 1 March, election, children's day, Buddha, memorial, liberation, Chuseok, forces,
            // foundation, Hangul
            "2024-02-09 2024-02-12 2024-03-01 2024-04-10 2024-05-06 2024-05-15 2024-06-06 2024-08-15"
                    + " 2024-09-16 2024-09-17 2024-09-18 2024-10-01 2024-10-03 2024-10-09",
            // 2025: with the day before lunar new year and the presidential election
            "2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-03-03 2025-05-05 2025-05-06 2025-06-03 2025-06-06"
                    + " 2025-08-15 2025-10-03 2025-10-06 2025-10-07 2025-10-08 2025-10-09",
            // 2026: with the local elections and, again since this year, Constitution Day
            "2026-02-16 2026-02-17 2026-02-18 2026-03-02 2026-05-05 2026-05-25 2026-06-03 2026-07-17 2026-08-17"
                    + " 2026-09-24 2026-09-25 2026-10-05 2026-10-09",
            // 2027: substitutes as the law of 2026 has them
            "2027-02-08 2027-02-09 2027-03-01 2027-05-05 2027-05-13 2027-07-19 2027-08-16 2027-09-14 2027-09-15"
                    + " 2027-09-16 2027-10-04 2027-10-11 2027-12-27");

    /** The university entrance exam: everything begins and ends an hour later. */
    private static final Set<LocalDate> EXAM_DAYS = days("2024-11-14 2025-11-13 2026-11-19 2027-11-18");

    private KrxCalendar() {}

    private static Set<LocalDate> days(String... lists) {
        return Stream.of(lists)
                .flatMap(list -> Stream.of(list.split(" ")))
                .map(LocalDate::parse)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static boolean isTradingDay(LocalDate day) {
        return !isWeekend(day) && !isYearly(day) && !HOLIDAYS.contains(day) && !day.equals(lastWeekday(day.getYear()));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isYearly(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY -> day.getDayOfMonth() == 1;
            case MAY -> day.getDayOfMonth() == 1;
            case DECEMBER -> day.getDayOfMonth() == 25;
            default -> false;
        };
    }

    /** The exchange rests on 31 December, or on the last weekday before it. */
    private static LocalDate lastWeekday(int year) {
        LocalDate day = LocalDate.of(year, 12, 31);
        while (isWeekend(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    public static boolean isExamDay(LocalDate day) {
        return EXAM_DAYS.contains(day);
    }

    /** The year's first trading day, which opens an hour late and closes as always. */
    public static boolean isFirstOfYear(LocalDate day) {
        return day.getDayOfYear() < 10 && day.equals(next(LocalDate.of(day.getYear(), 1, 1)));
    }

    /** The first trading day after this one. */
    public static LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isTradingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** When a trade of this day is settled: two business days later. */
    public static LocalDate settlement(LocalDate tradeDate) {
        return next(next(tradeDate));
    }
}
