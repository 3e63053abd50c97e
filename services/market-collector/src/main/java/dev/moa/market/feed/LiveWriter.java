package dev.moa.market.feed;

import dev.moa.broker.MarketTrade;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.market.candle.CandleStream;
import dev.moa.market.candle.Candles;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries live trades from the queue into the database, four times a second, and lets candles end when their time is up. A
 * batch the database did not take is tried again as it is; what comes meanwhile waits in the queue.
 */
@Singleton
class LiveWriter {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWriter.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_WHEN_AWAY = Duration.ofSeconds(1);
    /** Trades of a minute may arrive this late before it ends without a later trade. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int TRIES = 5;

    private final LiveQueue queue;
    private final LiveStreams streams;
    private final Candles candles;
    private final FeedStore store;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;
    private boolean away;

    LiveWriter(LiveQueue queue, LiveStreams streams, Candles candles, FeedStore store, Clock clock) {
        this.queue = queue;
        this.streams = streams;
        this.candles = candles;
        this.store = store;
        this.clock = clock;
    }

    /** {@code isOk} tells whether an instrument's feed is connected: only then the clock may end a candle. */
    void start(Predicate<InstrumentId> isOk) {
        thread = Thread.ofVirtual().name("live-writer").start(() -> run(isOk));
    }

    void stop() {
        stopped.countDown();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(3));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Predicate<InstrumentId> isOk) {
        try {
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                List<MarketTrade> batch = queue.drain();
                while (!batch.isEmpty()) {
                    writeAll(batch);
                    batch = queue.drain();
                }
                endCandles(isOk);
            }
            List<MarketTrade> rest = queue.drain();
            while (!rest.isEmpty()) {
                writeOnce(rest);
                rest = queue.drain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll(List<MarketTrade> batch) throws InterruptedException {
        for (Map.Entry<InstrumentId, List<MarketTrade>> group :
                byInstrument(batch).entrySet()) {
            int tries = 0;
            while (!write(group.getKey(), group.getValue(), ++tries >= TRIES)) {
                if (stopped.await(PAUSE_WHEN_AWAY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }

    private void writeOnce(List<MarketTrade> batch) {
        byInstrument(batch).forEach((instrument, trades) -> write(instrument, trades, true));
    }

    /** False when it should be tried again. */
    private boolean write(InstrumentId instrument, List<MarketTrade> trades, boolean isLastTry) {
        try {
            CandleStream stream = streams.takenUp(instrument);
            candles.store(stream, Ticks.of(trades), () -> store.saveCursor(instrument, Ticks.last(trades)));
            if (away) {
                away = false;
                LOG.info("live trades are stored again");
            }
            return true;
        } catch (DependencyAway failure) {
            if (!away) {
                away = true;
                LOG.warn("live trades wait: {}", failure.detail());
            }
            return false;
        } catch (SqlFailure failure) {
            LOG.error("{} trades of {} were not stored", trades.size(), instrument, failure);
            return isLastTry && !failure.isTransient();
        } catch (RuntimeException failure) {
            LOG.error("{} trades of {} were not stored", trades.size(), instrument, failure);
            return isLastTry;
        }
    }

    private void endCandles(Predicate<InstrumentId> isOk) {
        Instant ended = clock.instant().minus(GRACE);
        for (CandleStream stream : streams.all()) {
            if (isOk.test(stream.instrument())) {
                try {
                    candles.closeEndedBy(stream, ended);
                } catch (DependencyAway away) {
                    LOG.debug("candles of {} end later: {}", stream.instrument(), away.detail());
                } catch (RuntimeException failure) {
                    LOG.error("candles of {} end later", stream.instrument(), failure);
                }
            }
        }
    }

    private static Map<InstrumentId, List<MarketTrade>> byInstrument(List<MarketTrade> batch) {
        return batch.stream()
                .collect(Collectors.groupingBy(MarketTrade::instrument, LinkedHashMap::new, Collectors.toList()));
    }
}
