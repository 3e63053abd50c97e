package dev.moa.market.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a replay in step with the clock, to a tenth of a second: finer steps would only make many small transactions. */
final class Pacer {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

    private final Speed speed;
    private final CountDownLatch cancelled;
    private Instant firstTime;
    private long firstNanos;

    Pacer(Speed speed, CountDownLatch cancelled) {
        this.speed = speed;
        this.cancelled = cancelled;
    }

    /** Whether what happened at this market time is not due yet. */
    boolean isEarly(Instant marketTime) {
        return nanosUntil(marketTime) > STEP;
    }

    /** Waits until it is due, or the replay is cancelled. */
    void awaitDue(Instant marketTime) throws InterruptedException {
        long wait = nanosUntil(marketTime);
        if (wait > STEP) {
            cancelled.await(wait, TimeUnit.NANOSECONDS);
        }
    }

    private long nanosUntil(Instant marketTime) {
        if (speed.isMax()) {
            return 0;
        }
        long now = System.nanoTime();
        if (firstTime == null) {
            firstTime = marketTime;
            firstNanos = now;
        }
        double passed = Duration.between(firstTime, marketTime).toMillis() * 1e6 / speed.factor();
        return (long) Math.min(passed, Long.MAX_VALUE / 2.0) - (now - firstNanos);
    }
}
