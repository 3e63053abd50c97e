package dev.moa.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Event names that no queue wants at the moment. Their rows stay in the outbox and are tried again later and later, at
 * most every half minute, while all other names go on. Not for several threads.
 */
final class Parking {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Map<String, Place> parked = new HashMap<>();

    /** True when the name was not parked before. */
    boolean park(String name) {
        Place place = parked.get(name);
        if (place == null) {
            place = new Place(new Backoff(FIRST, LONGEST));
            parked.put(name, place);
            place.until = System.nanoTime() + place.backoff.next().toNanos();
            return true;
        }
        place.until = System.nanoTime() + place.backoff.next().toNanos();
        return false;
    }

    /** True when the name was parked. */
    boolean leave(String name) {
        return parked.remove(name) != null;
    }

    /** Which names are not to be tried now. */
    List<String> names() {
        long now = System.nanoTime();
        return parked.entrySet().stream()
                .filter(entry -> now - entry.getValue().until < 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final class Place {
        private final Backoff backoff;
        private long until;

        private Place(Backoff backoff) {
            this.backoff = backoff;
        }
    }
}
