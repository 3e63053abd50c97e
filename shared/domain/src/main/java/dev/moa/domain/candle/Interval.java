package dev.moa.domain.candle;

import dev.moa.domain.value.InvalidValue;
import java.time.Duration;
import java.time.Instant;

/** How long one candle lasts. Candles begin at whole multiples of it since 1970-01-01T00:00Z. */
public enum Interval {
    M1("1m", 1),
    M3("3m", 3),
    M5("5m", 5),
    M15("15m", 15),
    M30("30m", 30),
    H1("1h", 60),
    H4("4h", 240),
    D1("1d", 1440);

    private final String code;
    private final Duration duration;

    Interval(String code, int minutes) {
        this.code = code;
        this.duration = Duration.ofMinutes(minutes);
    }

    /**
     * The interval of a code such as {@code 15m}.
     *
     * @throws InvalidValue when there is none
     */
    public static Interval of(String code) {
        for (Interval interval : values()) {
            if (interval.code.equals(code)) {
                return interval;
            }
        }
        throw new InvalidValue("interval", "must be one of 1m, 3m, 5m, 15m, 30m, 1h, 4h, 1d");
    }

    /** As written in the API: {@code 1m}. */
    public String code() {
        return code;
    }

    public Duration duration() {
        return duration;
    }

    /** When the candle that contains this moment opened. */
    public Instant openTime(Instant moment) {
        long seconds = duration.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }

    /** When the candle that opened at {@code openTime} is closed: the first moment that no longer belongs to it. */
    public Instant closeTime(Instant openTime) {
        return openTime.plus(duration);
    }
}
