package dev.moa.market.feed;

import dev.moa.broker.MarketTrade;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Live trades on their way into the database: so many and no more, whatever happens behind it. */
@Singleton
class LiveQueue {
    /** About 10 MB when full; a few minutes of the four instruments watched by default. */
    static final int CAPACITY = 40_000;

    private static final int BATCH = 5_000;

    private final BlockingQueue<MarketTrade> trades = new ArrayBlockingQueue<>(CAPACITY);

    /** False when it is full; never waits, because it is called by the thread that reads the socket. */
    boolean offer(MarketTrade trade) {
        return trades.offer(trade);
    }

    List<MarketTrade> drain() {
        List<MarketTrade> batch = new ArrayList<>();
        trades.drainTo(batch, BATCH);
        return batch;
    }

    int size() {
        return trades.size();
    }
}
