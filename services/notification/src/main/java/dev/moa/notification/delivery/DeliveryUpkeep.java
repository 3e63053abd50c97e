package dev.moa.notification.delivery;

import dev.moa.platform.problem.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what waits, and forgets what was finished long ago. */
@Singleton
class DeliveryUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryUpkeep.class);
    private static final Duration KEEP = Duration.ofDays(30);

    private final DeliveryStore store;
    private final Clock clock;
    private final AtomicLong pending = new AtomicLong();

    DeliveryUpkeep(DeliveryStore store, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.clock = clock;
        Gauge.builder("moa_delivery_pending", pending, AtomicLong::get)
                .description("messages that wait to be sent")
                .register(meters);
    }

    @Scheduled(initialDelay = "10s", fixedDelay = "15s")
    void count() {
        try {
            pending.set(store.pending());
        } catch (Problem away) {
            LOG.debug("what waits is not counted: {}", away.getMessage());
        }
    }

    @Scheduled(initialDelay = "7m", fixedDelay = "1h")
    void trim() {
        store.trim(clock.instant().minus(KEEP));
    }
}
