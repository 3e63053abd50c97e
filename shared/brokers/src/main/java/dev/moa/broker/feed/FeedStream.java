package dev.moa.broker.feed;

import dev.moa.broker.BookTop;
import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketTrade;
import dev.moa.broker.http.SocketHandler;
import dev.moa.broker.http.SocketSender;
import dev.moa.broker.http.SocketSettings;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueSocket;
import dev.moa.domain.instrument.InstrumentId;
import java.net.http.HttpClient;
import java.util.Set;

/** A venue's public stream: knows what is wanted, and tells its listener what comes in and how the connection is. */
public abstract class FeedStream implements SocketHandler {
    private final FeedListener listener;
    private Set<InstrumentId> wanted;
    private volatile VenueSocket socket;

    protected FeedStream(Set<InstrumentId> instruments, FeedListener listener) {
        this.listener = listener;
        this.wanted = Set.copyOf(instruments);
    }

    /** Begins to connect; returns at once. */
    final void open(String name, HttpClient http, SocketSettings settings) {
        socket = new VenueSocket(name, http, settings, this);
        socket.open();
    }

    final synchronized void watch(Set<InstrumentId> instruments) {
        wanted = Set.copyOf(instruments);
        SocketSender sender = socket.sender();
        if (sender != null) {
            subscribe(sender);
        }
    }

    final void close() {
        socket.close();
    }

    protected final synchronized Set<InstrumentId> wanted() {
        return wanted;
    }

    /** Asks the venue for what is {@link #wanted} now; called under this stream's lock. */
    protected abstract void subscribe(SocketSender sender);

    @Override
    public final synchronized void opened(SocketSender sender) {
        listener.connected();
        subscribe(sender);
    }

    protected final void tell(MarketTrade trade) {
        requireWanted(trade.instrument());
        listener.trade(trade);
    }

    protected final void tell(BookTop top) {
        requireWanted(top.instrument());
        listener.book(top);
    }

    /** Of what was wanted until just now, a few messages are still under way. */
    private void requireWanted(InstrumentId instrument) {
        if (!wanted().contains(instrument)) {
            throw new UnreadableMessage("an instrument that was not asked for");
        }
    }

    @Override
    public final void alive() {
        listener.alive();
    }

    @Override
    public final void away(String why, boolean planned) {
        if (!planned) {
            listener.away(why);
        }
    }

    @Override
    public final void unreadable(String why) {
        listener.unreadable(why);
    }
}
