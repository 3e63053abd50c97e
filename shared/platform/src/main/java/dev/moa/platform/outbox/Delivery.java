package dev.moa.platform.outbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The messages of one channel in their order. Once the channel is gone so are they; RabbitMQ brings them again. */
final class Delivery {

    private static final int PREFETCH = 32;
    private static final Arrived WAKE = new Arrived(-1, "");

    private final Channel channel;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private volatile boolean open;

    private Delivery(Channel channel) {
        this.channel = channel;
        this.open = channel != null;
    }

    /** Without a channel: nothing arrives. */
    static Delivery none() {
        return new Delivery(null);
    }

    static Delivery of(Channel channel, QueueName queue, int batch) throws IOException {
        Delivery delivery = new Delivery(channel);
        channel.basicQos(Math.max(PREFETCH, 2 * batch));
        channel.basicConsume(queue.live(), false, delivery.consumer());
        return delivery;
    }

    /** Up to that many, as soon as there is one; none when the time is over or somebody called {@link #wake}. */
    List<Arrived> take(int most, Duration wait) throws InterruptedException {
        Arrived first = arrived.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (first == null || first == WAKE || !open) {
            return List.of();
        }
        List<Arrived> taken = new ArrayList<>(most);
        taken.add(first);
        arrived.drainTo(taken, most - 1);
        taken.removeIf(one -> one == WAKE);
        return taken;
    }

    /** Acknowledges it and everything before it. */
    void acknowledge(Arrived last) throws IOException {
        channel.basicAck(last.tag(), true);
    }

    boolean isOpen() {
        return open && channel.isOpen();
    }

    long depth(String queue) throws IOException {
        return channel.messageCount(queue);
    }

    void wake() {
        arrived.add(WAKE);
    }

    void close() {
        open = false;
        arrived.clear();
        if (channel != null && channel.isOpen()) {
            try {
                channel.abort();
            } catch (IOException alreadyGone) {
                throw new java.io.UncheckedIOException(alreadyGone);
            }
        }
    }

    private void lost() {
        open = false;
        wake();
    }

    private DefaultConsumer consumer() {
        return new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                arrived.add(new Arrived(envelope.getDeliveryTag(), new String(body, StandardCharsets.UTF_8)));
            }

            @Override
            public void handleCancel(String tag) {
                lost();
            }

            @Override
            public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
                lost();
            }
        };
    }

    record Arrived(long tag, String body) {}
}
