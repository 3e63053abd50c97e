package dev.moa.trading.report;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.Currency;
import dev.moa.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What a report is about; everything but the zone may be null for all.
 *
 * @param from the first day; @param to the last day, both included
 */
public record ReportFilter(
        UUID accountId,
        UUID strategyId,
        String instrument,
        LocalDate from,
        LocalDate to,
        Currency currency,
        ZoneId zone) {

    /** @throws Problem 400 with the field when something cannot be read, or ends before it begins */
    public static ReportFilter of(ReportQuery query, ZoneId zone) {
        LocalDate from = day("from", query.from(), zone);
        LocalDate to = day("to", query.to(), zone);
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.invalid().field("to", "must not be before from");
        }
        return new ReportFilter(
                query.accountId(),
                query.strategyId(),
                isGiven(query.instrument())
                        ? InstrumentId.parse(query.instrument()).toString()
                        : null,
                from,
                to,
                isGiven(query.currency()) ? Currency.of(query.currency()) : null,
                zone);
    }

    /** A day such as 2026-01-31, or the day that a moment such as 2026-01-31T15:00:00Z lies in. */
    private static LocalDate day(String field, String text, ZoneId zone) {
        if (!isGiven(text)) {
            return null;
        }
        try {
            LocalDate day =
                    text.length() <= 10 ? LocalDate.parse(text) : LocalDate.ofInstant(Instant.parse(text), zone);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            throw badDay(field);
        }
        throw badDay(field);
    }

    private static Problem badDay(String field) {
        return Problem.invalid().field(field, "must be a day such as 2026-01-31");
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    /** Whether it is about a part of what an account does, of which nobody can say what it was worth. */
    public boolean isPartial() {
        return strategyId != null || instrument != null;
    }

    /** Where the first day begins; null for no bound. */
    public Instant fromInstant() {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** Where the last day ends; null for no bound. */
    public Instant beforeInstant() {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
