package dev.moa.platform.outbox;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.moa.platform.crash.CrashPoint;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer: takes messages in order, brings about their effects, acknowledges after the commit, and sweeps from
 * time to time, on one thread. Without RabbitMQ it lives on the sweeps alone.
 */
final class QueueWorker implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
    private static final Duration FIRST_SWEEP = Duration.ofSeconds(5);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    /** Under load messages gather for that long, so that a transaction handles many; the first does not wait. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final QueueName queue;
    private final Understanding understanding;
    private final Patience patience;
    private final Sweeper sweeper;
    private final Consumers.Tools tools;
    private final int batch;
    private final QueueGauges gauges;
    private final Counter handled;
    private final Backoff reconnect = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));
    private volatile Delivery delivery = Delivery.none();
    private long nextSweep;
    private long nextConnect;
    private volatile boolean stopping;

    QueueWorker(FactHandler handler, Consumers.Tools tools) {
        this.tools = tools;
        this.queue = new QueueName(tools.service().value(), handler.queue());
        this.understanding = new Understanding(tools.wire(), handler.facts());
        this.batch = Math.max(1, handler.batch());
        Effects effects = new Effects(tools.sql(), tools.inbox(), queue, understanding, handler);
        DeadLetters dead = new DeadLetters(tools.rabbit(), tools.inbox(), tools.wire(), queue, tools.meters());
        this.patience = new Patience(effects, dead, () -> !stopping);
        this.sweeper = new Sweeper(
                new Sweeper.Context(tools.sql(), tools.sweeping(), tools.meters()), queue, understanding, patience);
        this.gauges = new QueueGauges(queue, tools.meters());
        this.handled = Counter.builder("moa_handled").tag("queue", queue.live()).register(tools.meters());
    }

    @Override
    public String name() {
        return "queue " + queue.queue();
    }

    @Override
    public void run() throws InterruptedException {
        Duration sweepSoon = tools.sweeping().every().compareTo(FIRST_SWEEP) < 0
                ? tools.sweeping().every()
                : FIRST_SWEEP;
        nextSweep = System.nanoTime() + sweepSoon.toNanos();
        nextConnect = System.nanoTime();
        while (!stopping) {
            connect();
            handle(delivery.take(batch, untilNextDuty()));
            if (System.nanoTime() - nextSweep >= 0) {
                sweep();
            }
        }
        delivery.close();
    }

    @Override
    public void stop() {
        stopping = true;
        delivery.wake();
    }

    private void connect() {
        if (delivery.isOpen() || System.nanoTime() - nextConnect < 0) {
            return;
        }
        try {
            delivery.close();
            Channel channel = tools.rabbit().channel();
            Topology.queue(channel, queue, understanding.names());
            delivery = Delivery.of(channel, queue, batch);
            reconnect.reset();
            if (stopping) {
                delivery.wake();
            }
        } catch (IOException | ShutdownSignalException away) {
            LOG.debug("{} waits for RabbitMQ: {}", queue, away.toString());
            nextConnect = System.nanoTime() + reconnect.next().toNanos();
        }
    }

    private void handle(List<Delivery.Arrived> arrived) throws InterruptedException {
        if (arrived.isEmpty()) {
            return;
        }
        boolean settled =
                patience.settle(arrived.stream().map(Delivery.Arrived::body).toList());
        try {
            if (settled) {
                CrashPoint.at("CP12");
                handled.increment(arrived.size());
                delivery.acknowledge(arrived.getLast());
                gather(arrived.size());
            } else {
                delivery.close();
                nextConnect = System.nanoTime() + AFTER_TROUBLE.toNanos();
            }
        } catch (IOException | ShutdownSignalException gone) {
            LOG.debug("{} could not acknowledge, the inbox knows: {}", queue, gone.toString());
        }
    }

    private void gather(int taken) throws InterruptedException {
        if (taken < batch && !stopping) {
            Thread.sleep(GATHERING);
        }
    }

    private void sweep() throws InterruptedException {
        sweeper.sweep();
        gauges.read(delivery);
        nextSweep = System.nanoTime() + tools.sweeping().every().toNanos();
    }

    private Duration untilNextDuty() {
        long now = System.nanoTime();
        long wait = nextSweep - now;
        if (!delivery.isOpen()) {
            wait = Math.min(wait, nextConnect - now);
        }
        return Duration.ofNanos(Math.max(wait, 0));
    }
}
