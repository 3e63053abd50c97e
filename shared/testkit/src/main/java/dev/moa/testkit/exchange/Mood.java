package dev.moa.testkit.exchange;

import java.time.Duration;

/**
 * How the exchange treats one request.
 *
 * @param time of {@link Kind#LATE} and {@link Kind#INVISIBLE}; of {@link Kind#RATE_LIMITED} how long to wait, in seconds
 */
public record Mood(Kind kind, Duration time) {
    /** What it does. "After" means that the request was carried out before. */
    public enum Kind {
        OK,
        /** Carried out, and never answered. */
        LOST,
        /** Carried out, and answered late. */
        LATE,
        /** Not carried out, and never answered. */
        SWALLOWED,
        ERROR_BEFORE,
        ERROR_AFTER,
        RESET_BEFORE,
        RESET_AFTER,
        /** Carried out, answered by something that is not JSON. */
        GARBLED,
        /** Carried out; the connection breaks in the middle of the answer. */
        HALF_ANSWERED,
        /** A documented refusal that comes with HTTP 500. */
        REFUSED_WITH_500,
        RATE_LIMITED,
        /** Carried out, answered by 502, and not to be seen by any question for a while. */
        INVISIBLE,
        /** A list of which the second half is missing, and which says so. */
        CUT,
        /** Before a cancel is carried out, the order fills. */
        FILL_FIRST
    }

    public static final Mood OK = of(Kind.OK);
    public static final Mood LOST = of(Kind.LOST);
    public static final Mood SWALLOWED = of(Kind.SWALLOWED);
    public static final Mood ERROR_BEFORE = of(Kind.ERROR_BEFORE);
    public static final Mood ERROR_AFTER = of(Kind.ERROR_AFTER);
    public static final Mood RESET_BEFORE = of(Kind.RESET_BEFORE);
    public static final Mood RESET_AFTER = of(Kind.RESET_AFTER);
    public static final Mood GARBLED = of(Kind.GARBLED);
    public static final Mood HALF_ANSWERED = of(Kind.HALF_ANSWERED);
    public static final Mood REFUSED_WITH_500 = of(Kind.REFUSED_WITH_500);
    public static final Mood RATE_LIMITED = of(Kind.RATE_LIMITED);
    public static final Mood CUT = of(Kind.CUT);
    public static final Mood FILL_FIRST = of(Kind.FILL_FIRST);

    private static Mood of(Kind kind) {
        return new Mood(kind, Duration.ZERO);
    }

    /** Answered so much later, by the real clock. */
    public static Mood late(Duration by) {
        return new Mood(Kind.LATE, by);
    }

    /** Not to be seen for so long, by the exchange's clock. */
    public static Mood invisible(Duration time) {
        return new Mood(Kind.INVISIBLE, time);
    }

    /** Refused because of too many requests; says how many whole seconds to wait. */
    public static Mood rateLimited(Duration wait) {
        return new Mood(Kind.RATE_LIMITED, wait);
    }

    /** Whether the request is not carried out. */
    public boolean before() {
        return switch (kind) {
            case SWALLOWED, ERROR_BEFORE, RESET_BEFORE, REFUSED_WITH_500, RATE_LIMITED -> true;
            default -> false;
        };
    }
}
