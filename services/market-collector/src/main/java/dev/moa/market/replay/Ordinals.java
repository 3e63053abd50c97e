package dev.moa.market.replay;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids for trades that have none: the how-manieth of its moment in the file, so that the same file gives the same ids every
 * time. Remembers the latest moments only; a moment that comes back later than that would begin anew.
 */
final class Ordinals {
    private static final int REMEMBERED = 20_000;

    private final Map<Instant, Long> seen = new LinkedHashMap<>(256, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Instant, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** 1 for the first trade of this moment. */
    long next(Instant time) {
        return seen.merge(time, 1L, Long::sum);
    }
}
