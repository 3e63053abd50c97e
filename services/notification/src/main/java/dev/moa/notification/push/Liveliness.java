package dev.moa.notification.push;

import java.time.Duration;
import java.time.Instant;

/** The clocks of one connection: signing in, token, heartbeat, and how much it says. */
final class Liveliness {
    static final Duration TO_SIGN_IN = Duration.ofSeconds(5);
    static final Duration HEARTBEAT = Duration.ofSeconds(30);
    static final Duration SILENCE = Duration.ofSeconds(95);
    static final Duration STALL = Duration.ofSeconds(30);

    private static final Duration WARNING = Duration.ofSeconds(60);
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);
    private static final int MOST_MISTAKES = 10;
    private static final int MOST_A_SECOND = 50;
    private static final int MOST_WAITING = 100;

    private final Instant openedAt;
    private Instant aliveAt;
    private Instant beatAt;
    private Instant expiresAt;
    private Instant closedAt;
    private Instant second = Instant.EPOCH;
    private boolean warned;
    private int inSecond;
    private int waiting;
    private int mistakes;

    Liveliness(Instant now) {
        openedAt = now;
        aliveAt = now;
        beatAt = now;
    }

    synchronized void signed(Instant now, Instant tokenExpiresAt) {
        beatAt = now;
        expiresAt = tokenExpiresAt;
        warned = false;
    }

    synchronized void alive(Instant now) {
        aliveAt = now;
    }

    /** False when it says more than anybody should. */
    synchronized boolean heard(Instant now) {
        aliveAt = now;
        if (now.isAfter(second.plusSeconds(1))) {
            second = now;
            inSecond = 0;
            mistakes = Math.max(0, mistakes - 1);
        }
        waiting++;
        return ++inSecond <= MOST_A_SECOND && waiting <= MOST_WAITING;
    }

    synchronized void taken() {
        waiting--;
    }

    /** True when it was one too many. */
    synchronized boolean mistake() {
        return ++mistakes > MOST_MISTAKES;
    }

    synchronized void closedAt(Instant now) {
        closedAt = now;
    }

    /** What is due now; each heartbeat and each warning is due once. */
    synchronized Due at(Instant now, long stalledNanos) {
        if (closedAt != null) {
            return now.isAfter(closedAt.plus(TO_CLOSE)) ? Due.DEAD : Due.QUIET;
        }
        if (now.isAfter(aliveAt.plus(SILENCE)) || stalledNanos > STALL.toNanos()) {
            return Due.DEAD;
        }
        if (expiresAt == null) {
            return now.isAfter(openedAt.plus(TO_SIGN_IN)) ? Due.NOT_SIGNED : Due.QUIET;
        }
        if (!now.isBefore(expiresAt)) {
            return Due.EXPIRED;
        }
        if (!warned && now.isAfter(expiresAt.minus(WARNING))) {
            warned = true;
            return Due.EXPIRING;
        }
        if (!now.isBefore(beatAt.plus(HEARTBEAT))) {
            beatAt = now;
            return Due.HEARTBEAT;
        }
        return Due.QUIET;
    }

    enum Due {
        QUIET,
        HEARTBEAT,
        EXPIRING,
        NOT_SIGNED,
        EXPIRED,
        /** Takes nothing, says nothing, or does not go though asked to. */
        DEAD
    }
}
