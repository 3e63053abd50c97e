package dev.moa.broker.upbit;

import dev.moa.broker.FeedGap;
import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketFeed;
import dev.moa.domain.instrument.InstrumentId;
import java.net.http.HttpClient;
import java.util.Set;

/** Upbit as a {@link MarketFeed}. */
public final class UpbitFeed implements MarketFeed {
    private final HttpClient http;
    private final UpbitSettings settings;
    private final UpbitRest rest;
    private UpbitStream stream;

    public UpbitFeed(HttpClient http, UpbitSettings settings) {
        this.http = http;
        this.settings = settings;
        this.rest = new UpbitRest(http, settings);
    }

    @Override
    public String name() {
        return "upbit";
    }

    @Override
    public String venue() {
        return UpbitMapper.VENUE;
    }

    @Override
    public boolean countsTrades() {
        return false;
    }

    @Override
    public boolean carries(InstrumentId instrument) {
        return instrument.venue().equals(venue()) && UpbitMapper.isMarket(instrument.symbol());
    }

    @Override
    public boolean lists(InstrumentId instrument) {
        return carries(instrument) && rest.lists(instrument.symbol());
    }

    @Override
    public synchronized void open(Set<InstrumentId> instruments, FeedListener listener) {
        if (stream != null) {
            throw new IllegalStateException("already open");
        }
        stream = new UpbitStream(http, settings, instruments, listener);
        stream.open();
    }

    @Override
    public synchronized void watch(Set<InstrumentId> instruments) {
        stream.watch(instruments);
    }

    @Override
    public Recovered tradesWithin(FeedGap gap) {
        return rest.tradesWithin(gap);
    }

    @Override
    public synchronized void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
