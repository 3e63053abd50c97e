package dev.moa.notification.delivery;

import java.time.Duration;

/** Pauses between tries: they double up to half an hour; the last try comes about nine and a half hours after the first. */
final class RetryPlan {
    static final int MOST_TRIES = 30;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private RetryPlan() {}

    static boolean isSpent(int tries) {
        return tries >= MOST_TRIES;
    }

    static Duration pauseAfter(int tries) {
        Duration pause = FIRST.multipliedBy(1L << Math.clamp(tries - 1, 0, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
