package dev.moa.platform.outbox;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Exchanges and queues, declared by whoever uses them on every connection. Quorum queues also on one node: a confirm of
 * a classic queue is no durability. What is delivered too often or refused goes to the queue's dead queue, at least once.
 */
final class Topology {

    static final String EVENTS = "moa.events";
    static final String DEAD = "moa.dead";

    private static final int DELIVERY_LIMIT = 20;

    private Topology() {}

    static void exchanges(Channel channel) throws IOException {
        channel.exchangeDeclare(EVENTS, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(DEAD, BuiltinExchangeType.DIRECT, true);
    }

    static void queue(Channel channel, QueueName queue, Set<String> names) throws IOException {
        exchanges(channel);
        channel.queueDeclare(queue.dead(), true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind(queue.dead(), DEAD, queue.dead());
        channel.queueDeclare(
                queue.live(),
                true,
                false,
                false,
                Map.of(
                        "x-queue-type",
                        "quorum",
                        "x-delivery-limit",
                        DELIVERY_LIMIT,
                        "x-dead-letter-exchange",
                        DEAD,
                        "x-dead-letter-routing-key",
                        queue.dead(),
                        "x-dead-letter-strategy",
                        "at-least-once",
                        "x-overflow",
                        "reject-publish"));
        for (String name : names) {
            channel.queueBind(queue.live(), EVENTS, name);
        }
    }
}
