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
    /** What a comparison looks at, each in readings of its own. */
    enum Scope {
        ORDERS,
        BOOKS
    }

    private record Sighting(Scope scope, int readings, Instant first, Instant last) {}

    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private Scope scope = Scope.ORDERS;

    /** What is noted from now on belongs to this. */
    void looksAt(Scope now) {
        scope = now;
    }

    /** Notes that a reading has shown this; answers whether that happened often enough, over long enough. */
    boolean suffices(String what, Instant readAt, int readings, Duration over) {
        seen.add(what);
        Sighting now = sightings.merge(
                what,
                new Sighting(scope, 1, readAt, readAt),
                (earlier, next) -> readAt.isAfter(earlier.last())
                        ? new Sighting(earlier.scope(), earlier.readings() + 1, earlier.first(), readAt)
                        : earlier);
        return now.readings() >= readings
                && !Duration.between(now.first(), now.last()).minus(over).isNegative();
    }

    /**
     * What this reading did not show any more is forgotten: only an unbroken row counts.
     *
     * @param withBooks whether it has looked at cash and holdings too; if not, it says nothing of what was seen there
     */
    void endReading(boolean withBooks) {
        sightings
                .entrySet()
                .removeIf(known -> !seen.contains(known.getKey())
                        && (withBooks || known.getValue().scope() == Scope.ORDERS));
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
