package dev.moa.platform.outbox;

import com.rabbitmq.client.ShutdownSignalException;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries committed facts to RabbitMQ and remembers which have arrived. A crash between the two publishes some again,
 * in the same order; consumers know them by their event id. Two relays at once do the same harm, namely none.
 */
@Singleton
class Relay implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 256;
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** Under load facts gather for that long, so that a pass carries many; the first after a silence does not wait. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final OutboxTable outbox;
    private final Rabbit rabbit;
    private final RelaySignal signal;
    private final Parking parking = new Parking();
    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(3));
    private final Counter sent;
    private final Counter unroutable;
    private Publisher publisher;
    private volatile boolean stopping;

    Relay(OutboxTable outbox, Rabbit rabbit, RelaySignal signal, MeterRegistry meters) {
        this.outbox = outbox;
        this.rabbit = rabbit;
        this.signal = signal;
        this.sent = Counter.builder("moa_outbox_sent").register(meters);
        this.unroutable = Counter.builder("moa_outbox_unroutable").register(meters);
    }

    @Override
    public String name() {
        return "outbox-relay";
    }

    @Override
    public void run() throws InterruptedException {
        while (!stopping) {
            Duration pause = step();
            if (!pause.isZero()) {
                signal.await(pause);
            }
        }
        closePublisher();
    }

    @Override
    public void stop() {
        stopping = true;
        signal.ring();
    }

    /** One batch; answers how long nothing needs to be done. */
    private Duration step() throws InterruptedException {
        try {
            int done = pass();
            backoff.reset();
            if (done == BATCH) {
                return Duration.ZERO;
            }
            if (done > 0) {
                Thread.sleep(GATHERING);
            }
            return IDLE;
        } catch (DependencyAway away) {
            LOG.debug("relay waits for {}", away.dependency());
        } catch (IOException | ShutdownSignalException away) {
            LOG.debug("relay waits for RabbitMQ: {}", away.toString());
            closePublisher();
        } catch (SqlFailure failure) {
            LOG.error("the outbox cannot be read", failure);
        }
        Thread.sleep(backoff.next());
        return Duration.ZERO;
    }

    private int pass() throws IOException {
        open();
        List<Letter> letters = outbox.waiting(parking.names(), BATCH);
        if (letters.isEmpty()) {
            return 0;
        }
        CrashPoint.at("CP08");
        Publisher.Outcome outcome = publisher.publish(letters);
        CrashPoint.at("CP10");
        outbox.markSent(outcome.sent());
        sent.increment(outcome.sent().size());
        outcome.sent().stream()
                .map(Letter::key)
                .distinct()
                .filter(parking::leave)
                .forEach(name -> LOG.info("{} has a queue now", name));
        outcome.unroutable().forEach(this::alarm);
        return letters.size();
    }

    private void alarm(String name, int count) {
        unroutable.increment(count);
        if (parking.park(name)) {
            LOG.warn("no queue wants {}: its facts wait in the outbox", name);
        }
    }

    private void open() throws IOException {
        if (publisher == null || !publisher.isOpen()) {
            closePublisher();
            publisher = new Publisher(rabbit.channel(), Topology.EVENTS);
        }
    }

    private void closePublisher() {
        if (publisher != null) {
            publisher.close();
            publisher = null;
        }
    }
}
