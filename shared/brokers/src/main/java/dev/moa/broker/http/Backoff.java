package dev.moa.broker.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubling up to a limit, each time a random part of it, so that many clients spread. */
public final class Backoff {
    private final Duration first;
    private final Duration limit;
    private final RandomGenerator random;
    private int failures;

    public Backoff(Duration first, Duration limit, RandomGenerator random) {
        this.first = first;
        this.limit = limit;
        this.random = random;
    }

    /** The pause before the next try: between half and the whole of first · 2^failures, at most the limit. */
    public Duration next() {
        long whole = Math.min(limit.toMillis(), first.toMillis() << Math.min(failures, 20));
        failures++;
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    /** After a connection that held: begin small again. */
    public void reset() {
        failures = 0;
    }
}
