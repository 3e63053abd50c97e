package dev.moa.platform.outbox;

import dev.moa.contract.Envelope;
import dev.moa.contract.Fact;
import dev.moa.platform.json.Json;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** A fact with its envelope as one JSON object; the fact's own members stand under {@code data}. */
@Singleton
class Wire {

    private final Json json;

    Wire(Json json) {
        this.json = json;
    }

    String write(Envelope envelope, Fact fact) {
        return json.write(new Message(
                envelope.eventId(),
                envelope.name(),
                envelope.version(),
                envelope.time(),
                envelope.source(),
                envelope.subject(),
                envelope.owner(),
                json.tree(fact)));
    }

    /** @throws dev.moa.platform.json.UnreadableJson when this is no envelope */
    Message read(String text) {
        return json.read(text, Message.class);
    }

    <T extends Fact> T fact(Message message, Class<T> type) {
        return json.read(message.data(), type);
    }

    @Serdeable
    record Message(
            UUID eventId,
            String name,
            int version,
            Instant time,
            String source,
            String subject,
            UUID owner,
            JsonNode data) {

        Envelope envelope() {
            return new Envelope(eventId, name, version, time, source, subject, owner);
        }
    }
}
