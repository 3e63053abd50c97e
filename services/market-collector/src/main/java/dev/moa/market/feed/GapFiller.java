package dev.moa.market.feed;

import dev.moa.broker.FeedGap;
import dev.moa.broker.MarketFeed;
import dev.moa.broker.http.VenueAway;
import dev.moa.market.candle.CandleStream;
import dev.moa.market.candle.Candles;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what a feed has missed. While it does, no candle of that instrument ends. What the venue does not tell any more
 * stays recorded as an open gap.
 */
@Singleton
class GapFiller {
    private static final Logger LOG = LoggerFactory.getLogger(GapFiller.class);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(45);
    private static final int WAITING = 200;

    private final LiveStreams streams;
    private final Candles candles;
    private final FeedStore store;
    private final Clock clock;
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("gap-filler").factory(),
            (task, executor) -> LOG.warn("too many gaps at once: one is not filled"));

    GapFiller(LiveStreams streams, Candles candles, FeedStore store, Clock clock) {
        this.streams = streams;
        this.candles = candles;
        this.store = store;
        this.clock = clock;
    }

    /** No candle of it ends until the gap is dealt with; to be called before the trade behind the gap is handed on. */
    void hold(FeedGap gap) {
        streams.of(gap.instrument()).hold(clock.instant().plus(LONGEST_HOLD));
    }

    /** Returns at once. */
    void fill(MarketFeed feed, FeedGap gap, String reason) {
        worker.execute(() -> {
            try {
                fillNow(feed, gap, reason);
            } catch (DependencyAway | SqlFailure failure) {
                LOG.warn("a gap of {} could not be recorded: {}", gap.instrument(), failure.getMessage());
            }
        });
    }

    private void fillNow(MarketFeed feed, FeedGap gap, String reason) {
        hold(gap);
        CandleStream stream = streams.takenUp(gap.instrument());
        try {
            MarketFeed.Recovered recovered = fetch(feed, gap);
            if (!recovered.trades().isEmpty()) {
                candles.store(stream, Ticks.of(recovered.trades()), () -> {});
            }
            if (!recovered.complete() || !recovered.trades().isEmpty()) {
                store.recordGap(feed.name(), gap, reason, recovered.complete() ? clock.instant() : null);
                LOG.info(
                        "gap of {} from {} to {}: {} trades recovered, {}",
                        gap.instrument(),
                        gap.from(),
                        gap.to(),
                        recovered.trades().size(),
                        recovered.complete() ? "closed" : "stays open");
            }
        } finally {
            stream.release();
        }
    }

    private static MarketFeed.Recovered fetch(MarketFeed feed, FeedGap gap) {
        try {
            return feed.tradesWithin(gap);
        } catch (VenueAway away) {
            LOG.info("the trades missed of {} cannot be had: {}", gap.instrument(), away.getMessage());
            return new MarketFeed.Recovered(List.of(), false);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
