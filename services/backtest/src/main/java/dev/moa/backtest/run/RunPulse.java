package dev.moa.backtest.run;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Twice a second, beside a run, tells how far it is; learns that way when nobody wants it any more. */
final class RunPulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunPulse.class);
    private static final Duration BEAT = Duration.ofMillis(500);

    private final IntPredicate told;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile int percent;
    private volatile boolean wanted = true;

    /** @param told takes the percentage, answers whether the run is still wanted */
    RunPulse(IntPredicate told) {
        this.told = told;
        this.thread = Thread.ofVirtual().name("backtest-pulse").start(this::beat);
    }

    /** Notes how far the run is and answers whether to go on; costs nothing. */
    boolean at(int progress) {
        percent = progress;
        return wanted;
    }

    boolean wanted() {
        return wanted;
    }

    private void beat() {
        try {
            while (wanted && !ended.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                wanted = tell();
            }
        } catch (InterruptedException nobodyInterruptsIt) {
            wanted = false;
        }
    }

    private boolean tell() {
        try {
            return told.test(percent);
        } catch (DependencyAway | SqlFailure away) {
            LOG.warn("the progress of a backtest could not be stored: {}", away.getMessage());
            return true;
        }
    }

    /** After this nothing is told any more. */
    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }
}
