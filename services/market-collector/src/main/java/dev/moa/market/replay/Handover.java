package dev.moa.market.replay;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets the next batch be read while the last one is being stored; never more than one is on its way. */
final class Handover implements AutoCloseable {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("replay-writer").factory());
    private Future<?> last = CompletableFuture.completedFuture(null);

    /** What stores a batch. */
    @FunctionalInterface
    interface Storing {
        void run() throws InterruptedException;
    }

    /** Waits for the batch before, then returns while this one is being stored. */
    void give(Storing batch) throws InterruptedException {
        await();
        last = worker.submit(() -> {
            batch.run();
            return null;
        });
    }

    /** Until everything given is stored; throws what went wrong with it. */
    void await() throws InterruptedException {
        try {
            last.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case InterruptedException stopped -> throw stopped;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Waits for what is on its way: nothing is stored after the end. */
    @Override
    public void close() {
        worker.close();
    }
}
