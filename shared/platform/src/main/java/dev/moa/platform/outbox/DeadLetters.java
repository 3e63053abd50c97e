package dev.moa.platform.outbox;

import com.rabbitmq.client.ShutdownSignalException;
import dev.moa.platform.Ids;
import dev.moa.platform.json.UnreadableJson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of messages that cannot have their effect: kept in the dead queue for a person, confirmed, and only then
 * remembered as done, so that neither RabbitMQ nor the sweeper brings them again.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Rabbit rabbit;
    private final Inbox inbox;
    private final Wire wire;
    private final QueueName queue;
    private final Counter counter;

    DeadLetters(Rabbit rabbit, Inbox inbox, Wire wire, QueueName queue, MeterRegistry meters) {
        this.rabbit = rabbit;
        this.inbox = inbox;
        this.wire = wire;
        this.queue = queue;
        this.counter =
                Counter.builder("moa_dead_letters").tag("queue", queue.live()).register(meters);
    }

    /** False when it could not be put away now. */
    boolean bury(String message, RuntimeException cause) {
        Optional<UUID> eventId = eventId(message);
        Letter letter = new Letter(0, eventId.orElseGet(Ids::next), queue.dead(), message);
        try (Publisher publisher = new Publisher(rabbit.channel(), Topology.DEAD)) {
            if (publisher.publish(List.of(letter)).sent().isEmpty()) {
                LOG.error("{} does not take event {}", queue.dead(), letter.eventId());
                return false;
            }
        } catch (IOException | ShutdownSignalException away) {
            LOG.warn("event {} cannot be put into {} now: {}", letter.eventId(), queue.dead(), away.toString());
            return false;
        }
        eventId.ifPresent(id -> inbox.remember(queue, List.of(id)));
        counter.increment();
        LOG.error("event {} is in {} now", letter.eventId(), queue.dead(), cause);
        return true;
    }

    private Optional<UUID> eventId(String message) {
        try {
            return Optional.ofNullable(wire.read(message).eventId());
        } catch (UnreadableJson nothingToRemember) {
            LOG.debug("a message without an id: {}", nothingToRemember.getMessage());
            return Optional.empty();
        }
    }
}
