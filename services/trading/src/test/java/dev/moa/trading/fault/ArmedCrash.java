package dev.moa.trading.fault;

import dev.moa.platform.crash.CrashPoint;
import dev.moa.testkit.Await;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process inside this JVM at a crash point: the connections to the database are cut, and from then on every
 * point that any thread passes throws past all handlers.
 */
public final class ArmedCrash implements AutoCloseable {
    /** Caught by nobody, as the end of a process. */
    static final class Ended extends Error {
        private static final long serialVersionUID = 1;

        Ended(String point) {
            super("the process ended at " + point, null, false, false);
        }
    }

    private final String point;
    private final String database;
    private final CrashPoint.Armed armed;
    private final CountDownLatch reached = new CountDownLatch(1);
    private boolean ended;

    public ArmedCrash(String point, String database) {
        this.point = point;
        this.database = database;
        this.armed = CrashPoint.arm(this::passed);
    }

    private synchronized void passed(String name) {
        if (!ended && name.equals(point)) {
            ended = true;
            List<Integer> pids = Faults.cut(database);
            System.out.println(point + ": threw in " + Thread.currentThread() + ", ended the backends " + pids);
            reached.countDown();
        }
        if (ended) {
            throw new Ended(point);
        }
    }

    public void awaitEnd() {
        Await.until("the process ended at " + point, () -> reached.await(50, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        armed.close();
        Faults.letIn(database);
    }
}
