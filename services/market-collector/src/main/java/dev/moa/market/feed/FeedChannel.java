package dev.moa.market.feed;

import dev.moa.broker.BookTop;
import dev.moa.broker.FeedGap;
import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketFeed;
import dev.moa.broker.MarketTrade;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.market.quote.BestPrices;
import dev.moa.market.quote.PriceMove;
import dev.moa.market.quote.QuoteBoard;
import dev.moa.market.quote.QuoteSource;
import java.time.Clock;
import java.util.Optional;

/** One feed of this installation: hears what it receives and hands it on to prices, storage and gap filling. */
final class FeedChannel implements FeedListener {
    private final MarketFeed feed;
    private final Sinks sinks;
    private final Clock clock;
    private final FeedStatus status;
    private final GapDetector gaps;
    private String interruption = "restart";

    /** Where everything goes. */
    record Sinks(LiveQueue queue, QuoteBoard board, GapFiller filler) {}

    FeedChannel(MarketFeed feed, Sinks sinks, Clock clock) {
        this.feed = feed;
        this.sinks = sinks;
        this.clock = clock;
        this.status = new FeedStatus(feed.name(), clock.instant());
        this.gaps = new GapDetector(feed.countsTrades());
    }

    MarketFeed feed() {
        return feed;
    }

    FeedStatus status() {
        return status;
    }

    synchronized void resume(InstrumentId instrument, FeedGap.Mark mark) {
        gaps.resume(instrument, mark);
    }

    @Override
    public synchronized void trade(MarketTrade trade) {
        status.traded(clock.instant());
        sinks.board()
                .moved(
                        trade.instrument(),
                        PriceMove.trade(QuoteSource.LIVE, trade.time(), trade.price(), trade.quantity()));
        Optional<FeedGap> gap = gaps.before(trade);
        gap.ifPresent(sinks.filler()::hold);
        if (!sinks.queue().offer(trade)) {
            // The hole it leaves is found with the next trade that is taken in.
            gaps.interrupted(trade.instrument());
            interruption = "overflow";
            status.dropped();
            return;
        }
        gap.ifPresent(missed -> sinks.filler().fill(feed, missed, interruption));
        gaps.took(trade);
    }

    @Override
    public void book(BookTop top) {
        sinks.board().book(top.instrument(), new BestPrices(top.bid(), top.ask(), top.bidSize(), top.askSize()));
    }

    @Override
    public synchronized void connected() {
        gaps.interrupted();
    }

    @Override
    public void alive() {
        status.ok(clock.instant());
    }

    @Override
    public synchronized void away(String why) {
        interruption = "reconnect";
        status.away(clock.instant(), why);
    }

    @Override
    public void unreadable(String why) {
        status.unread(why);
    }
}
