package dev.moa.broker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what a feed tells. */
public final class RecordingListener implements FeedListener {
    public final List<MarketTrade> trades = new CopyOnWriteArrayList<>();
    public final List<BookTop> books = new CopyOnWriteArrayList<>();
    public final List<String> states = new CopyOnWriteArrayList<>();
    public final List<String> unreadable = new CopyOnWriteArrayList<>();
    public final AtomicInteger connections = new AtomicInteger();

    @Override
    public void trade(MarketTrade trade) {
        trades.add(trade);
    }

    @Override
    public void book(BookTop top) {
        books.add(top);
    }

    @Override
    public void connected() {
        connections.incrementAndGet();
    }

    @Override
    public void alive() {
        states.add("alive");
    }

    @Override
    public void away(String why) {
        states.add("away: " + why);
    }

    @Override
    public void unreadable(String why) {
        unreadable.add(why);
    }
}
