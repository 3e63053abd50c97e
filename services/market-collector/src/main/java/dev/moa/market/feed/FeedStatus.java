package dev.moa.market.feed;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a feed is; one log line per change, however often it tries. */
final class FeedStatus {
    private static final Logger LOG = LoggerFactory.getLogger(FeedStatus.class);

    private final String name;
    private final AtomicLong trades = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile State state;
    private volatile Instant lastTradeAt;

    /** {@code ok} or {@code away}, since when, and why in words. */
    record State(String state, Instant since, String detail) {
        boolean isOk() {
            return state.equals("ok");
        }
    }

    FeedStatus(String name, Instant now) {
        this.name = name;
        this.state = new State("away", now, "connecting");
    }

    synchronized void ok(Instant now) {
        if (!state.isOk()) {
            state = new State("ok", now, "connected");
            LOG.info("feed {} is ok", name);
        }
    }

    synchronized void away(Instant now, String why) {
        if (state.isOk() || !state.detail().equals(why)) {
            state = new State("away", state.isOk() ? now : state.since(), why);
            LOG.warn("feed {} is away: {}", name, why);
        }
    }

    void traded(Instant now) {
        trades.incrementAndGet();
        lastTradeAt = now;
    }

    void unread(String why) {
        if (unreadable.incrementAndGet() == 1) {
            LOG.warn("feed {} sent a message that cannot be read: {} (the next ones are only counted)", name, why);
        }
    }

    void dropped() {
        if (dropped.incrementAndGet() == 1) {
            LOG.warn("feed {} loses trades: they come faster than they can be stored", name);
        }
    }

    State state() {
        return state;
    }

    Instant lastTradeAt() {
        return lastTradeAt;
    }

    long trades() {
        return trades.get();
    }

    long unreadable() {
        return unreadable.get();
    }

    long droppedTrades() {
        return dropped.get();
    }
}
