package dev.moa.trading.risk.market;

import dev.moa.domain.risk.facts.PriceRange;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The price ranges of one instrument by ten seconds of its own time; safe for several threads. */
final class PriceSteps {
    private static final long STEP = 10;
    private static final Duration KEPT = Duration.ofMinutes(61);

    private final NavigableMap<Long, PriceRange> steps = new TreeMap<>();
    private Instant first;
    private Instant last = Instant.EPOCH;

    synchronized void add(Instant at, PriceRange range) {
        if (at.isBefore(last.minus(KEPT))) {
            // A replay of older days begins: what was known belongs to another time.
            steps.clear();
            first = null;
            last = at;
        }
        first = first == null || at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
        steps.merge(step(at), range, PriceRange::and);
        steps.headMap(step(last.minus(KEPT))).clear();
    }

    synchronized Optional<PriceRange> since(Instant from) {
        return steps.tailMap(step(from)).values().stream().reduce(PriceRange::and);
    }

    synchronized Instant first() {
        return first;
    }

    synchronized Instant last() {
        return last;
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP);
    }
}
