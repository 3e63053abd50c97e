package dev.moa.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits until something is true. Tests use it instead of sleeping; the limit only bounds a failure. */
public final class Await {
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private Await() {}

    /** Waits at most 30 seconds; an exception inside counts as "not yet" and is the cause of the failure. */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, Duration.ofSeconds(30), condition);
    }

    public static void until(String what, Duration limit, Callable<Boolean> condition) {
        long end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        do {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(PAUSE);
        } while (System.nanoTime() < end);
        throw new AssertionError("still not true after " + limit + ": " + what, last);
    }
}
