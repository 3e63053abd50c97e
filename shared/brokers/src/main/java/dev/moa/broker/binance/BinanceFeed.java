package dev.moa.broker.binance;

import dev.moa.broker.FeedGap;
import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketFeed;
import dev.moa.broker.feed.FeedStream;
import dev.moa.broker.feed.StreamedFeed;
import dev.moa.domain.instrument.InstrumentId;
import java.net.http.HttpClient;
import java.util.Set;

/** Binance spot as a {@link MarketFeed}. */
public final class BinanceFeed extends StreamedFeed {
    private final BinanceSettings settings;
    private final BinanceRest rest;

    public BinanceFeed(HttpClient http, BinanceSettings settings) {
        super(http, settings.socket());
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
    protected FeedStream stream(Set<InstrumentId> instruments, FeedListener listener) {
        return new BinanceStream(settings, instruments, listener);
    }

    @Override
    public Recovered tradesWithin(FeedGap gap) {
        return rest.tradesWithin(gap);
    }
}
