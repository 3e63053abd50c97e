package dev.moa.notification.delivery;

import dev.moa.platform.problem.Problem;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits: each address in order on a thread of its own, a slow one never holds up the others. */
@Singleton
class DeliveryJob {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int AT_ONCE = 8;
    /** How long the end of the process waits for answers that are on their way, so that nothing is sent again. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(4);

    private final DeliveryStore store;
    private final Sending sending;
    private final DeliverySignal signal;
    private final Clock clock;
    private final Pace pace;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean running = true;

    DeliveryJob(DeliveryStore store, Sending sending, DeliverySignal signal, Clock clock) {
        this.store = store;
        this.sending = sending;
        this.signal = signal;
        this.clock = clock;
        this.pace = new Pace(clock);
    }

    @EventListener
    void started(ServerStartupEvent event) {
        Thread.ofVirtual().name("delivery").start(this::run);
    }

    @EventListener
    void stopping(ShutdownEvent event) {
        stop();
    }

    @PreDestroy
    void stop() {
        if (!running) {
            return;
        }
        running = false;
        signal.ring();
        try {
            if (!places.tryAcquire(AT_ONCE, LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("an answer did not come in time; its message will come again, marked");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                signal.await(LOOK);
                round();
            } catch (Problem away) {
                LOG.debug("deliveries wait: {}", away.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unexpected) {
                LOG.error("deliveries wait", unexpected);
            }
        }
    }

    private void round() {
        if (!running || !sending.isOpen()) {
            return;
        }
        for (Delivery head : store.heads()) {
            if (isDue(head) && busy.add(head.address())) {
                Thread.ofVirtual().name("delivery-" + head.id()).start(() -> drain(head));
            }
        }
    }

    private void drain(Delivery first) {
        try {
            places.acquire();
            try {
                Optional<Delivery> next = Optional.of(first);
                while (running && next.filter(this::isDue).isPresent() && sending.isOpen()) {
                    Thread.sleep(pace.take(first.address()));
                    if (!running) {
                        return;
                    }
                    next = sending.send(next.get()) ? store.head(first.address()) : Optional.empty();
                }
            } finally {
                places.release();
            }
            // What came in while this address was busy was passed over.
            signal.ring();
        } catch (Problem away) {
            LOG.debug("a delivery waits: {}", away.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            LOG.error("delivery {} waits", first.id(), unexpected);
        } finally {
            busy.remove(first.address());
        }
    }

    private boolean isDue(Delivery delivery) {
        return !delivery.nextAt().isAfter(clock.instant());
    }
}
