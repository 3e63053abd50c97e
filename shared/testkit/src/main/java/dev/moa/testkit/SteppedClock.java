package dev.moa.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs, until a test steps it forwards or back, or stops it. */
public final class SteppedClock extends Clock {
    private record Hands(Duration ahead, Instant stopped) {}

    private volatile Hands hands = new Hands(Duration.ZERO, null);

    /** From now on so much further than it was, backwards when negative; it runs again. */
    public void step(Duration by) {
        hands = new Hands(Duration.between(Instant.now(), instant()).plus(by), null);
    }

    /** From now on it shows this time, and runs. */
    public void set(Instant time) {
        hands = new Hands(Duration.between(Instant.now(), time), null);
    }

    /** Stands still from now on. */
    public void stop() {
        hands = new Hands(hands.ahead(), instant());
    }

    @Override
    public Instant instant() {
        Hands now = hands;
        return now.stopped() != null ? now.stopped() : Instant.now().plus(now.ahead());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("everything is UTC");
    }
}
