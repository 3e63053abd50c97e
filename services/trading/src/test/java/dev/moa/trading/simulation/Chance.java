package dev.moa.trading.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Everything that is left to chance in one run, from one seed; faults are counted and end when the world is healed. */
final class Chance {
    /** What goes wrong besides crashes. */
    enum Fault {
        CRASH,
        REQUEST_LOST,
        REQUEST_LATE,
        ANSWER_LOST,
        ANSWER_IS_AN_ERROR,
        REFUSED,
        INVISIBLE,
        READ_FAILED,
        LIST_CUT,
        REPORT_LOST,
        REPORT_TWICE,
        REPORT_LATE,
        STREAM_DOWN,
        COMMIT_REFUSED,
        COMMIT_UNHEARD,
        CALLER_UNHEARD,
        MESSAGE_LOST,
        MESSAGE_TWICE,
        MESSAGE_LATE,
        QUEUE_EMPTIED
    }

    private final long seed;
    private final Random random;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private int total;
    private boolean healed;
    private long ids;

    Chance(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code least} to {@code most}, both possible. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** Whether this fault happens here and now. */
    boolean strikes(Fault fault, int oneIn) {
        if (healed || !oneIn(oneIn)) {
            return false;
        }
        faults.merge(fault, 1, Integer::sum);
        total++;
        return true;
    }

    UUID id() {
        return new UUID(seed << 16 | 0x7000, ++ids);
    }

    int faults() {
        return total;
    }

    Map<Fault, Integer> counted() {
        return faults;
    }

    void heal() {
        healed = true;
    }

    boolean isHealed() {
        return healed;
    }
}
