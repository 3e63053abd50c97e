package dev.moa.broker.feed;

import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketFeed;
import dev.moa.broker.http.SocketSettings;
import dev.moa.domain.instrument.InstrumentId;
import java.net.http.HttpClient;
import java.util.Set;

/** A {@link MarketFeed} whose prices come over one {@link FeedStream}. */
public abstract class StreamedFeed implements MarketFeed {
    private final HttpClient http;
    private final SocketSettings settings;
    private FeedStream stream;

    protected StreamedFeed(HttpClient http, SocketSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    protected abstract FeedStream stream(Set<InstrumentId> instruments, FeedListener listener);

    @Override
    public final synchronized void open(Set<InstrumentId> instruments, FeedListener listener) {
        if (stream != null) {
            throw new IllegalStateException("already open");
        }
        stream = stream(instruments, listener);
        stream.open(name(), http, settings);
    }

    @Override
    public final synchronized void watch(Set<InstrumentId> instruments) {
        stream.watch(instruments);
    }

    @Override
    public final synchronized void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
