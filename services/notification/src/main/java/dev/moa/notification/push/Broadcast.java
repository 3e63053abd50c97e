package dev.moa.notification.push;

import dev.moa.contract.LiveMessages;
import dev.moa.contract.LiveMessages.PersonMessage;
import dev.moa.notification.live.LiveEvents;
import dev.moa.notification.price.LatestPrices;
import dev.moa.platform.json.Json;
import dev.moa.platform.json.UnreadableJson;
import dev.moa.platform.live.Live;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Brings what happens elsewhere to the connections: grown streams, prices, marks, progress, ended sessions. */
@Singleton
class Broadcast {
    private final Sockets sockets;
    private final LiveEvents events;
    private final LatestPrices prices;
    private final Live live;
    private final Json json;

    Broadcast(Sockets sockets, LiveEvents events, LatestPrices prices, Live live, Json json) {
        this.sockets = sockets;
        this.events = events;
        this.prices = prices;
        this.live = live;
        this.json = json;
    }

    @EventListener
    void started(ServerStartupEvent event) {
        events.whenGrown(userId -> sockets.ofPerson(userId, Connection::grown));
        prices.onQuote(sockets::spread);
        live.subscribe(LiveMessages.PERSON_CHANNEL + "*", this::person);
        live.subscribe(LiveMessages.SESSIONS_CHANNEL, (channel, text) -> session(text));
    }

    private void person(String channel, String text) {
        UUID userId = id(channel.substring(LiveMessages.PERSON_CHANNEL.length()));
        sockets.ofPerson(userId, connection -> tell(connection, json.read(text, PersonMessage.class)));
    }

    private static void tell(Connection connection, PersonMessage message) {
        if (message.position() != null) {
            connection.latest("positions", "position_update", message.position().positionId(), message.position());
        }
        if (message.backtest() != null) {
            connection.latest(
                    "backtests", "backtest_progress", message.backtest().runId(), message.backtest());
        }
    }

    private void session(String text) {
        SessionMessage message = json.read(text, SessionMessage.class);
        if ("ended".equals(message.state())) {
            sockets.endSession(id(message.sessionId()));
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException | NullPointerException odd) {
            throw new UnreadableJson("an id that is none");
        }
    }

    @Serdeable
    record SessionMessage(String sessionId, String state) {}
}
