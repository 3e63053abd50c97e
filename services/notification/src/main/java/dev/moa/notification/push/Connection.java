package dev.moa.notification.push;

import dev.moa.contract.LiveMessages.Quote;
import dev.moa.notification.price.InstrumentName;
import dev.moa.notification.push.SignIn.Signed;
import dev.moa.notification.socket.Lane;
import dev.moa.notification.socket.Outgoing;
import dev.moa.notification.socket.Wire;
import dev.moa.platform.json.UnreadableJson;
import dev.moa.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One client. Everything it says and everything that happens to it runs on its lane, one after the other; only latest
 * values come from other threads, straight into {@link Outgoing}.
 */
final class Connection {
    private final SocketParts parts;
    private final Wire wire;
    private final List<String> preset;
    private final String address;
    private final Lane lane;
    private final Outgoing outgoing;
    private final Liveliness liveliness;

    private volatile Channels channels = Channels.NONE;
    private volatile Signed signed;
    private volatile boolean closed;
    private PrivateReader reader;
    private boolean behind;

    /** {@code preset} is subscribed as soon as the client has signed in. */
    Connection(SocketParts parts, Wire wire, List<String> preset, String address) {
        this.parts = parts;
        this.wire = wire;
        this.preset = preset;
        this.address = address;
        this.lane = new Lane(parts.threads());
        this.outgoing = new Outgoing(wire, lane, this::drained);
        this.liveliness = new Liveliness(parts.clock().instant());
    }

    String address() {
        return address;
    }

    UUID userId() {
        return signed == null ? null : signed.caller().userId();
    }

    UUID sessionId() {
        return signed == null ? null : signed.caller().sessionId();
    }

    Channels channels() {
        return channels;
    }

    boolean isClosed() {
        return closed;
    }

    /** A message of the client; may be called from any thread, must be called in order. */
    void receive(String text) {
        if (liveliness.heard(parts.clock().instant())) {
            lane.run(() -> handle(text));
        } else {
            lane.run(() -> close(SocketClose.TOO_MUCH));
        }
    }

    void pong() {
        liveliness.alive(parts.clock().instant());
    }

    /** The person's stream has grown. */
    void grown() {
        lane.run(this::advance);
    }

    void price(Quote quote) {
        outgoing.latest("price:" + quote.instrument(), parts.frames().price(quote));
    }

    /** A latest value of the person's own. */
    void latest(String channel, String event, Object key, Object data) {
        if (channels.wants(channel)) {
            outgoing.latest(event + ":" + key, parts.frames().latest(event, data));
        }
    }

    void endSession() {
        lane.run(() -> close(SocketClose.SESSION_ENDED));
    }

    /** Called about once a second. */
    void tick() {
        lane.run(() -> live(parts.clock().instant()));
    }

    void close(SocketClose why) {
        if (!closed) {
            closed = true;
            outgoing.end(parts.frames().error(why.code(), why.detail()), why.number(), why.code());
            liveliness.closedAt(parts.clock().instant());
        }
    }

    /** The socket is gone. */
    void gone() {
        closed = true;
        outgoing.stop();
    }

    void cut() {
        wire.cut();
    }

    private void handle(String text) {
        liveliness.taken();
        if (closed) {
            return;
        }
        try {
            dispatch(parts.json().read(text, ClientMessage.class));
        } catch (UnreadableJson malformed) {
            refuse("malformed_message", "A message is JSON with event and data.");
        } catch (Problem problem) {
            refuse(problem.code(), problem.detail());
        }
    }

    private void dispatch(ClientMessage message) {
        ClientMessage.Data data = message.dataOrNothing();
        switch (message.event() == null ? "" : message.event()) {
            case "authenticate" -> authenticate(data.token());
            case "ping" -> outgoing.offer(parts.frames().event("pong", Map.of()));
            case "subscribe" -> subscribe(data.channels(), true);
            case "unsubscribe" -> subscribe(data.channels(), false);
            case "resume" -> resume(data.afterSeq());
            default -> refuse("unknown_event", "There is no such event.");
        }
    }

    private void authenticate(String token) {
        Signed now;
        try {
            now = parts.signIn().check(token == null ? "" : token);
            if (reader == null) {
                reader = new PrivateReader(
                        parts.events(), parts.frames(), outgoing, now.caller().userId());
            }
        } catch (Problem problem) {
            fail(problem);
            return;
        }
        boolean first = signed == null;
        if (!first && !signed.caller().userId().equals(now.caller().userId())) {
            close(SocketClose.OTHER_PERSON);
            return;
        }
        signed = now;
        if (first && !parts.sockets().admit(this)) {
            close(SocketClose.TOO_MANY);
            return;
        }
        liveliness.signed(parts.clock().instant(), now.expiresAt());
        String welcome = parts.frames()
                .event(
                        "authenticated",
                        Map.of(
                                "user_id", now.caller().userId(),
                                "expires_at", now.expiresAt(),
                                "last_seq", reader.cursor()));
        if (first) {
            outgoing.offer(welcome, reader.cursor());
            // The session may have ended while nobody could know that this connection belongs to it.
            verify();
        } else {
            outgoing.offer(welcome);
        }
        if (first && !preset.isEmpty()) {
            subscribe(preset, true);
        }
    }

    private void fail(Problem problem) {
        if (signed != null) {
            refuse(problem.code(), problem.detail());
        } else {
            close(problem.status() == 401 ? SocketClose.UNAUTHENTICATED : SocketClose.AWAY);
        }
    }

    private void subscribe(List<String> wanted, boolean add) {
        if (!isSigned()) {
            return;
        }
        if (wanted == null || wanted.isEmpty() || wanted.stream().anyMatch(name -> name == null)) {
            refuse("malformed_message", "data.channels is a list of channel names.");
            return;
        }
        if (!wanted.stream().allMatch(Channels::isKnown)) {
            refuse("unknown_channel", "One of these channels does not exist; nothing was changed.");
            return;
        }
        Channels before = channels;
        Channels changed = add ? before.with(wanted) : before.without(wanted);
        if (changed.isTooMany()) {
            refuse("too_many_channels", "At most " + Channels.MOST_INSTRUMENTS + " instruments on one connection.");
            return;
        }
        channels = changed;
        parts.sockets().subscribed(this, before, changed);
        outgoing.offer(parts.frames().event(add ? "subscribed" : "unsubscribed", Map.of("channels", changed.names())));
        if (add) {
            changed.instruments().stream()
                    .filter(name -> !before.instruments().contains(name))
                    .forEach(this::snapshot);
            advance();
        }
    }

    private void snapshot(String instrument) {
        InstrumentName.of(instrument).flatMap(parts.prices()::snapshot).ifPresent(this::price);
    }

    private void resume(Long afterSeq) {
        if (!isSigned()) {
            return;
        }
        if (afterSeq == null || afterSeq < 0) {
            refuse("malformed_message", "data.after_seq is the number of the last event you have seen.");
            return;
        }
        reader.resume(afterSeq, channels);
    }

    private boolean isSigned() {
        if (signed == null) {
            refuse("unauthenticated", "Send authenticate with a token first.");
        }
        return signed != null;
    }

    private void drained() {
        if (reader != null && reader.isStarved()) {
            advance();
        }
    }

    private void advance() {
        if (closed || reader == null) {
            return;
        }
        try {
            behind = true;
            reader.advance(channels);
            behind = false;
        } catch (Problem away) {
            // The next tick tries again.
            parts.log().debug("a stream waits: {}", away.getMessage());
        }
    }

    private void live(Instant now) {
        if (behind) {
            advance();
        }
        switch (liveliness.at(now, outgoing.stalledNanos())) {
            case QUIET -> {}
            case HEARTBEAT -> heartbeat(now);
            case EXPIRING ->
                outgoing.offer(parts.frames().event("token_expiring", Map.of("expires_at", signed.expiresAt())));
            case NOT_SIGNED -> close(SocketClose.AUTHENTICATION_LATE);
            case EXPIRED -> close(SocketClose.TOKEN_EXPIRED);
            case DEAD -> cut();
        }
    }

    private void heartbeat(Instant now) {
        wire.ping();
        outgoing.latest("heartbeat", parts.frames().latest("heartbeat", Map.of("time", now)));
        verify();
    }

    private void verify() {
        try {
            parts.signIn().check(signed.token());
        } catch (Problem problem) {
            if (problem.status() == 401) {
                close(SocketClose.SESSION_ENDED);
            }
        }
    }

    private void refuse(String code, String detail) {
        outgoing.offer(parts.frames().error(code, detail));
        if (liveliness.mistake()) {
            close(SocketClose.TOO_MUCH);
        }
    }
}
