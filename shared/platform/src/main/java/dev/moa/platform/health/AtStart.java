package dev.moa.platform.health;

import dev.moa.platform.problem.DependencyAway;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For what a service has to have done before it takes requests. */
public final class AtStart {
    private static final Logger LOG = LoggerFactory.getLogger(AtStart.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private AtStart() {}

    /**
     * Repeats the step until the database answers it: a machine that starts everything at once keeps a service waiting, and
     * one that gives up instead begins from the start, with the same load. A step must be harmless to repeat.
     */
    public static void insist(Runnable step) {
        while (!isDone(step)) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted at the start", stop);
            }
        }
    }

    private static boolean isDone(Runnable step) {
        try {
            step.run();
            return true;
        } catch (DependencyAway away) {
            LOG.info("the start waits: {}", away.getMessage());
            return false;
        }
    }
}
