package dev.moa.market.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The times people write into files: epoch seconds to nanoseconds told by magnitude, dates, ISO-8601 with or without zone
 * (then UTC). What comes out is exact to the microsecond, which is what the database keeps.
 */
final class TimeText {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = SECONDS_BELOW * 1_000;
    private static final long MICROS_BELOW = MILLIS_BELOW * 1_000;

    private TimeText() {}

    static Instant parse(String text) {
        try {
            Instant time = isNumber(text) ? epoch(text) : calendar(text);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new UnusableLine("the time lies outside 1900 to 2200");
            }
            return time;
        } catch (DateTimeException | ArithmeticException | NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new UnusableLine("not a time: " + shortened(text));
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && !(i == 0 && c == '-' && text.length() > 1)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Instant epoch(String digits) {
        if (digits.length() == 8 && (digits.startsWith("19") || digits.startsWith("20"))) {
            return day(digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6));
        }
        long value = Long.parseLong(digits);
        long size = Math.absExact(value);
        if (size < SECONDS_BELOW) {
            return Instant.ofEpochSecond(value);
        }
        if (size < MILLIS_BELOW) {
            return Instant.ofEpochMilli(value);
        }
        return micros(size < MICROS_BELOW ? value : Math.floorDiv(value, 1_000));
    }

    private static Instant micros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }

    private static Instant calendar(String text) {
        String iso = text.replace('/', '-');
        if (iso.length() == 10) {
            return day(iso);
        }
        if (iso.length() > 10 && iso.charAt(10) == ' ') {
            iso = iso.substring(0, 10) + 'T' + iso.substring(11).replace(" ", "");
        }
        boolean zoned = iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 10) > 0;
        Instant exact = zoned
                ? OffsetDateTime.parse(fullOffset(iso)).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        return exact.minusNanos(exact.getNano() % 1_000);
    }

    /** {@code +0000} and {@code +00} as some databases write it. */
    private static String fullOffset(String iso) {
        int sign = Math.max(iso.indexOf('+', 10), iso.indexOf('-', 10));
        if (sign < 0 || iso.indexOf(':', sign) > 0) {
            return iso;
        }
        String offset = iso.substring(sign + 1);
        return iso.substring(0, sign + 1) + offset.substring(0, 2) + ":"
                + (offset.length() > 2 ? offset.substring(2) : "00");
    }

    private static Instant day(String iso) {
        return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
