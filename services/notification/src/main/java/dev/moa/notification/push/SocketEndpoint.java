package dev.moa.notification.push;

import dev.moa.notification.socket.Fragments;
import dev.moa.notification.socket.NettyWire;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketPongMessage;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where sockets come in. Open to everybody: who it is, the first message tells. Runs on the event loop, never waits. */
@ServerWebSocket("/ws{/view}")
@Secured(SecurityRule.IS_ANONYMOUS)
class SocketEndpoint {
    static final Map<String, List<String>> VIEWS = Map.of(
            "market", List.of("market:" + Channels.EVERY_INSTRUMENT),
            "orders", List.of("orders"),
            "portfolio", List.of("portfolio", "positions"));

    private static final Logger LOG = LoggerFactory.getLogger(SocketEndpoint.class);
    private static final String CLIENT = "moa.client";
    private static final String FRAGMENTS = "moa.fragments";

    private final SocketParts parts;

    SocketEndpoint(SocketParts parts) {
        this.parts = parts;
    }

    @OnOpen
    void open(WebSocketSession session, HttpRequest<?> request, @Nullable String view) {
        List<String> preset = view == null ? List.of() : VIEWS.getOrDefault(view, List.of());
        Connection connection = new Connection(parts, NettyWire.of(request), preset, SocketGate.address(request));
        session.put(CLIENT, connection);
        session.put(FRAGMENTS, new Fragments());
        parts.sockets().add(connection);
    }

    @OnMessage(maxPayloadLength = Fragments.LONGEST)
    void message(WebSocketSession session, WebSocketFrame frame) {
        try {
            Fragments fragments = session.get(FRAGMENTS, Fragments.class).orElseThrow();
            Optional<String> text = fragments.take(frame);
            text.ifPresent(whole -> client(session).ifPresent(connection -> connection.receive(whole)));
        } catch (Fragments.BadFrame bad) {
            session.close(new CloseReason(bad.code(), bad.getMessage()));
        } finally {
            frame.release();
        }
    }

    @OnMessage
    void pong(WebSocketSession session, WebSocketPongMessage pong) {
        client(session).ifPresent(Connection::pong);
    }

    @OnClose
    void close(WebSocketSession session) {
        client(session).ifPresent(connection -> {
            connection.gone();
            parts.sockets().remove(connection);
        });
    }

    /** Broken frames and broken lines: nothing anybody could mend. */
    @OnError
    void error(WebSocketSession session, Throwable failure) {
        LOG.debug("a connection broke: {}", failure.toString());
        session.close(CloseReason.PROTOCOL_ERROR);
    }

    private static Optional<Connection> client(WebSocketSession session) {
        return session.get(CLIENT, Connection.class);
    }
}
