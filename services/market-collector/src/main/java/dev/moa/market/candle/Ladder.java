package dev.moa.market.candle;

import dev.moa.domain.candle.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Which interval is summed up from which: each from the longest one below that divides it, so that a day is made of six
 * candles and not of 1,440. Sums of exact numbers are the same whichever way they are grouped.
 */
record Ladder(Interval base, List<Step> steps) {
    record Step(Interval interval, Interval from) {}

    static Ladder above(Interval base) {
        List<Step> steps = new ArrayList<>();
        List<Interval> built = new ArrayList<>(List.of(base));
        for (Interval interval : Interval.values()) {
            if (interval.compareTo(base) > 0) {
                built.reversed().stream()
                        .filter(from -> divides(from, interval))
                        .findFirst()
                        .ifPresent(from -> steps.add(new Step(interval, from)));
                if (!steps.isEmpty() && steps.getLast().interval() == interval) {
                    built.add(interval);
                }
            }
        }
        return new Ladder(base, List.copyOf(steps));
    }

    /** The base and everything built on it, shortest first. */
    List<Interval> intervals() {
        List<Interval> all = new ArrayList<>(List.of(base));
        steps.forEach(step -> all.add(step.interval()));
        return all;
    }

    private static boolean divides(Interval from, Interval interval) {
        return interval.duration().toMinutes() % from.duration().toMinutes() == 0;
    }
}
