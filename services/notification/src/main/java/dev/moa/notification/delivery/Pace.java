package dev.moa.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Telegram's limits: about one message a second to a chat, with room for a burst, and about thirty a second in all. */
final class Pace {
    private static final String ALL = "*";
    private static final Bucket OF_ALL = new Bucket(25, Duration.ofMillis(40));
    private static final Bucket OF_ONE = new Bucket(20, Duration.ofSeconds(1));

    private final Clock clock;
    private final Map<String, Instant> freeAt = new HashMap<>();

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** Takes one place and answers how long to wait before using it; zero most of the time. */
    synchronized Duration take(String address) {
        Instant now = clock.instant();
        freeAt.values().removeIf(free -> free.isBefore(now));
        Duration one = take(address, OF_ONE, now);
        Duration all = take(ALL, OF_ALL, now);
        return one.compareTo(all) > 0 ? one : all;
    }

    private Duration take(String key, Bucket bucket, Instant now) {
        Instant known = freeAt.getOrDefault(key, now);
        // Nobody gets that far ahead: the clock was set back, which must not silence anybody.
        Instant free = known.isAfter(now.plus(bucket.refill().multipliedBy(2L * bucket.burst()))) ? now : known;
        freeAt.put(key, free.plus(bucket.refill()));
        Duration ahead = Duration.between(now, free).minus(bucket.refill().multipliedBy(bucket.burst()));
        return ahead.isNegative() ? Duration.ZERO : ahead;
    }

    private record Bucket(int burst, Duration refill) {}
}
