package dev.moa.broker.stub;

import dev.moa.broker.Link;
import dev.moa.broker.http.Fields;
import dev.moa.broker.http.SocketHandler;
import dev.moa.broker.http.SocketSender;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueJson;
import dev.moa.broker.http.VenueSocket;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.OrderSnapshot;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What the exchange tells without being asked. A hint: the truth is asked for. */
final class StubStream implements SocketHandler {
    /** What came in. */
    sealed interface Message {
        record Traded(FillSnapshot trade) implements Message {}

        record Changed(OrderSnapshot order) implements Message {}
    }

    private final URI address;
    private final Clock clock;
    private final Predicate<Message> known;
    private final VenueSocket socket;
    private final AtomicLong doubts = new AtomicLong();
    private volatile boolean opened;
    private volatile boolean up;
    private volatile String why = "not connected yet";

    /** @param known takes a message; false when it is about something unknown */
    StubStream(HttpClient http, StubSettings settings, String key, Clock clock, Predicate<Message> known) {
        this.address = settings.stream(key);
        this.clock = clock;
        this.known = known;
        this.socket = new VenueSocket("stub", http, settings.socket(), this);
    }

    void open() {
        opened = true;
        socket.open();
    }

    Link link() {
        return new Link(up, doubts.get(), up ? "" : why);
    }

    /** Something may have been missed. */
    void doubt() {
        doubts.incrementAndGet();
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void opened(SocketSender sender) {
        up = true;
        doubt();
    }

    @Override
    public void message(String text) {
        Fields message = new Fields(VenueJson.object(VenueJson.read(text)));
        boolean understood = known.test(
                switch (message.text("type")) {
                    case "fill" -> new Message.Traded(StubMapper.fill(message, clock.instant()));
                    case "order" -> new Message.Changed(StubMapper.order(message));
                    default -> throw new UnreadableMessage("a message of an unknown type");
                });
        if (!understood) {
            doubt();
        }
    }

    @Override
    public void heartbeat(SocketSender sender) {
        sender.ping();
    }

    @Override
    public void alive() {
        up = true;
    }

    @Override
    public void away(String reason, boolean planned) {
        up = false;
        why = reason;
    }

    @Override
    public void unreadable(String reason) {
        doubt();
    }

    void close() {
        up = false;
        if (opened) {
            socket.close();
        }
    }
}
