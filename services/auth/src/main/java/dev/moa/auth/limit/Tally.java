package dev.moa.auth.limit;

import dev.moa.platform.live.Live;
import dev.moa.platform.problem.DependencyAway;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts within a minute that begins with the first count. In Redis, and always here too, so that a Redis that is away
 * or was emptied opens no door; the higher count holds. What is kept here is bounded, the oldest goes first.
 */
@Singleton
class Tally {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Live live;
    private final Clock clock;
    private final Map<String, Count> here = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST;
        }
    };

    Tally(Live live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    long add(String key) {
        long local = addHere(key);
        try {
            return Math.max(local, live.increment(key, MINUTE));
        } catch (DependencyAway redis) {
            LOG.debug("counted here only: {}", redis.detail());
            return local;
        }
    }

    long count(String key) {
        long elsewhere = live.get(key).map(Long::parseLong).orElse(0L);
        synchronized (here) {
            Count count = here.get(key);
            return count == null || !clock.instant().isBefore(count.until())
                    ? elsewhere
                    : Math.max(elsewhere, count.value());
        }
    }

    void clear(String key) {
        synchronized (here) {
            here.remove(key);
        }
        try {
            live.remove(key);
        } catch (DependencyAway redis) {
            LOG.debug("cleared here only: {}", redis.detail());
        }
    }

    /** How long until the count begins anew, at most a minute. */
    Duration timeLeft(String key) {
        synchronized (here) {
            Count count = here.get(key);
            Duration left = count == null ? MINUTE : Duration.between(clock.instant(), count.until());
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    private long addHere(String key) {
        Instant now = clock.instant();
        synchronized (here) {
            Count old = here.get(key);
            Count next = old == null || !now.isBefore(old.until())
                    ? new Count(1, now.plus(MINUTE))
                    : new Count(old.value() + 1, old.until());
            here.remove(key);
            here.put(key, next);
            return next.value();
        }
    }

    private record Count(long value, Instant until) {}
}
