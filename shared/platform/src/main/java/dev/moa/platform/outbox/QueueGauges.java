package dev.moa.platform.outbox;

import com.rabbitmq.client.ShutdownSignalException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many messages wait in a queue, and how many lie in its dead queue, read at every sweep. */
final class QueueGauges {

    private static final Logger LOG = LoggerFactory.getLogger(QueueGauges.class);

    private final QueueName queue;
    private volatile long waiting;
    private volatile long dead;

    QueueGauges(QueueName queue, MeterRegistry meters) {
        this.queue = queue;
        Gauge.builder("moa_queue_depth", () -> waiting)
                .tag("queue", queue.live())
                .register(meters);
        Gauge.builder("moa_queue_depth", () -> dead).tag("queue", queue.dead()).register(meters);
    }

    void read(Delivery delivery) {
        if (!delivery.isOpen()) {
            return;
        }
        try {
            waiting = delivery.depth(queue.live());
            long before = dead;
            dead = delivery.depth(queue.dead());
            if (dead > before) {
                LOG.error("{} messages lie in {}", dead, queue.dead());
            }
        } catch (IOException | ShutdownSignalException gone) {
            LOG.debug("the depth of {} is not known: {}", queue, gone.toString());
        }
    }
}
