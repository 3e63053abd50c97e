package dev.moa.platform.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts relay, consumers and upkeep after every other listener of the start, so that a service's own recovery comes
 * before its first message, and ends them before the connections close. {@code moa.messaging.enabled=false} leaves them
 * out.
 */
@Singleton
@Requires(property = "moa.messaging.enabled", notEquals = "false")
class Workers implements ApplicationEventListener<StartupEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Workers(Relay relay, Upkeep upkeep, Consumers consumers) {
        workers.add(relay);
        workers.add(upkeep);
        workers.addAll(consumers.all());
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        for (Worker worker : workers) {
            threads.add(Thread.ofVirtual().name(worker.name()).start(() -> run(worker)));
        }
    }

    private static void run(Worker worker) {
        try {
            while (!ended(worker)) {
                Thread.sleep(AFTER_FAILURE);
            }
        } catch (InterruptedException stop) {
            LOG.debug("{} was interrupted", worker.name());
        }
    }

    private static boolean ended(Worker worker) throws InterruptedException {
        try {
            worker.run();
            return true;
        } catch (RuntimeException failure) {
            LOG.error("{} failed and starts again", worker.name(), failure);
            return false;
        }
    }

    @EventListener
    void onShutdown(ShutdownEvent event) throws InterruptedException {
        workers.forEach(Worker::stop);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                thread.interrupt();
            }
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
