package dev.moa.platform.outbox;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.moa.platform.crash.CrashPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeoutException;

/**
 * Publishes persistent, mandatory messages and waits until RabbitMQ has confirmed each of them. For one thread; broken
 * for good once it has thrown.
 */
final class Publisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Channel channel;
    private final String exchange;
    private final ConcurrentSkipListMap<Long, String> refusable = new ConcurrentSkipListMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> returned = ConcurrentHashMap.newKeySet();

    Publisher(Channel channel, String exchange) throws IOException {
        this.channel = channel;
        this.exchange = exchange;
        Topology.exchanges(channel);
        channel.confirmSelect();
        channel.addReturnListener(
                message -> returned.add(message.getProperties().getMessageId()));
        channel.addConfirmListener((sequence, multiple) -> {}, this::nack);
    }

    /** @throws IOException when it is not known of every letter what became of it */
    Outcome publish(List<Letter> letters) throws IOException {
        refusable.clear();
        refused.clear();
        returned.clear();
        for (Letter letter : letters) {
            refusable.put(channel.getNextPublishSeqNo(), letter.eventId().toString());
            channel.basicPublish(
                    exchange,
                    letter.key(),
                    true,
                    properties(letter),
                    letter.body().getBytes(StandardCharsets.UTF_8));
        }
        CrashPoint.at("CP09");
        awaitConfirms();
        return outcome(letters);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    private void awaitConfirms() throws IOException {
        try {
            channel.waitForConfirms(PATIENCE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the confirms", stop);
        } catch (TimeoutException late) {
            throw new IOException("no confirm in time", late);
        }
    }

    private Outcome outcome(List<Letter> letters) {
        List<Letter> sent = new ArrayList<>(letters.size());
        Map<String, Integer> unroutable = new HashMap<>();
        for (Letter letter : letters) {
            String id = letter.eventId().toString();
            if (returned.contains(id)) {
                unroutable.merge(letter.key(), 1, Integer::sum);
            } else if (!refused.contains(id)) {
                sent.add(letter);
            }
        }
        return new Outcome(sent, unroutable);
    }

    private void nack(long sequence, boolean multiple) {
        var nacked = multiple ? refusable.headMap(sequence, true) : refusable.subMap(sequence, true, sequence, true);
        refused.addAll(nacked.values());
    }

    private static BasicProperties properties(Letter letter) {
        return new BasicProperties.Builder()
                .deliveryMode(2)
                .contentType("application/json")
                .messageId(letter.eventId().toString())
                .build();
    }

    @Override
    public void close() {
        try {
            channel.abort();
        } catch (IOException alreadyGone) {
            throw new java.io.UncheckedIOException(alreadyGone);
        }
    }

    /**
     * What became of a batch.
     *
     * @param sent confirmed and in a queue
     * @param unroutable how many letters of which key no queue wants
     */
    record Outcome(List<Letter> sent, Map<String, Integer> unroutable) {}
}
