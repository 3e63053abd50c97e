package dev.moa.notification.socket;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tasks of one connection one after the other, in the order they came, on whatever thread is free. */
public final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Executor threads;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    public Lane(Executor threads) {
        this.threads = threads;
    }

    public synchronized void run(Runnable task) {
        tasks.add(task);
        if (!running) {
            running = true;
            threads.execute(this::drain);
        }
    }

    private void drain() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.error("a connection's task failed", failure);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable task = tasks.poll();
        running = task != null;
        return task;
    }
}
