package dev.moa.broker.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What earlier readings of one account have seen. Kept in memory only: after a restart the waiting begins anew, which is the
 * careful side. Mutable; used by one thread.
 */
public final class Evidence {
    private record Sighting(int readings, Instant first, Instant last) {}

    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    /** Notes that a reading has shown this; answers whether that happened often enough, over long enough. */
    boolean suffices(String what, Instant readAt, int readings, Duration over) {
        seen.add(what);
        Sighting now = sightings.merge(
                what,
                new Sighting(1, readAt, readAt),
                (earlier, next) -> readAt.isAfter(earlier.last())
                        ? new Sighting(earlier.readings() + 1, earlier.first(), readAt)
                        : earlier);
        return now.readings() >= readings
                && !Duration.between(now.first(), now.last()).minus(over).isNegative();
    }

    /** What this reading did not show any more is forgotten: only an unbroken row counts. */
    void endReading() {
        sightings.keySet().retainAll(seen);
        seen.clear();
    }

    /** A reading that led to no conclusion breaks no row. */
    void keep(String what) {
        seen.add(what);
    }

    /** Whether something is being watched, so that the next reading should come soon. */
    public boolean isWatching() {
        return !sightings.isEmpty();
    }
}
