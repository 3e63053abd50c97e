package dev.moa.broker.binance;

import dev.moa.broker.FeedGap;
import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketFeed;
import dev.moa.domain.instrument.InstrumentId;
import java.net.http.HttpClient;
import java.util.Set;

/** Binance spot as a {@link MarketFeed}. */
public final class BinanceFeed implements MarketFeed {
    private final HttpClient http;
    private final BinanceSettings settings;
    private final BinanceRest rest;
    private BinanceStream stream;

    public BinanceFeed(HttpClient http, BinanceSettings settings) {
        this.http = http;
        this.settings = settings;
        this.rest = new BinanceRest(http, settings);
    }

    @Override
    public String name() {
        return "binance";
    }

    @Override
    public String venue() {
        return BinanceMapper.VENUE;
    }

    @Override
    public boolean countsTrades() {
        return true;
    }

    @Override
    public boolean carries(InstrumentId instrument) {
        return instrument.venue().equals(venue()) && BinanceMapper.isSymbol(instrument.symbol());
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
        stream = new BinanceStream(http, settings, instruments, listener);
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
