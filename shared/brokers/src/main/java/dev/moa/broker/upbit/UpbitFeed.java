package dev.moa.broker.upbit;

import dev.moa.broker.FeedGap;
import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketFeed;
import dev.moa.broker.feed.FeedStream;
import dev.moa.broker.feed.StreamedFeed;
import dev.moa.domain.instrument.InstrumentId;
import java.net.http.HttpClient;
import java.util.Set;

/** Upbit as a {@link MarketFeed}. */
public final class UpbitFeed extends StreamedFeed {
    private final UpbitSettings settings;
    private final UpbitRest rest;

    public UpbitFeed(HttpClient http, UpbitSettings settings) {
        super(http, settings.socket());
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
    protected FeedStream stream(Set<InstrumentId> instruments, FeedListener listener) {
        return new UpbitStream(settings, instruments, listener);
    }

    @Override
    public Recovered tradesWithin(FeedGap gap) {
        return rest.tradesWithin(gap);
    }
}
