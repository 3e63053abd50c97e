package dev.moa.broker.upbit;

import dev.moa.broker.BookTop;
import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketTrade;
import dev.moa.broker.http.SocketHandler;
import dev.moa.broker.http.SocketSender;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueSocket;
import dev.moa.domain.instrument.InstrumentId;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.UUID;

/** The public stream: what is asked for, and what comes in. */
final class UpbitStream implements SocketHandler, AutoCloseable {
    private final UpbitSettings settings;
    private final FeedListener listener;
    private final VenueSocket socket;
    private Set<InstrumentId> wanted;

    UpbitStream(HttpClient http, UpbitSettings settings, Set<InstrumentId> instruments, FeedListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.wanted = Set.copyOf(instruments);
        this.socket = new VenueSocket("upbit", http, settings.socket(), this);
    }

    void open() {
        socket.open();
    }

    synchronized void watch(Set<InstrumentId> instruments) {
        wanted = Set.copyOf(instruments);
        SocketSender sender = socket.sender();
        if (sender != null) {
            subscribe(sender);
        }
    }

    @Override
    public URI address() {
        return settings.stream();
    }

    @Override
    public synchronized void opened(SocketSender sender) {
        listener.connected();
        subscribe(sender);
    }

    private void subscribe(SocketSender sender) {
        if (!wanted.isEmpty()) {
            sender.text(UpbitMapper.subscription(UUID.randomUUID(), wanted));
        }
    }

    @Override
    public void message(String text) {
        switch (UpbitMapper.message(text)) {
            case UpbitMessages.Trade message -> {
                MarketTrade trade = UpbitMapper.trade(message);
                requireWanted(trade.instrument());
                listener.trade(trade);
            }
            case UpbitMessages.Orderbook message -> {
                BookTop top = UpbitMapper.book(message);
                requireWanted(top.instrument());
                listener.book(top);
            }
            case UpbitMessages.Refusal refusal -> throw new UnreadableMessage("the venue refused a request");
            case UpbitMessages.Status status -> {
                // Its arrival is all there is to know; the socket has noted it.
            }
        }
    }

    private synchronized void requireWanted(InstrumentId instrument) {
        if (!wanted.contains(instrument)) {
            throw new UnreadableMessage("an instrument that was not asked for");
        }
    }

    @Override
    public void heartbeat(SocketSender sender) {
        sender.text("PING");
    }

    @Override
    public void alive() {
        listener.alive();
    }

    @Override
    public void away(String why, boolean planned) {
        if (!planned) {
            listener.away(why);
        }
    }

    @Override
    public void unreadable(String why) {
        listener.unreadable(why);
    }

    @Override
    public void close() {
        socket.close();
    }
}
