package dev.moa.broker;

/** Hears what a {@link MarketFeed} receives. Called by one thread at a time; must return quickly and never block. */
public interface FeedListener {
    void trade(MarketTrade trade);

    void book(BookTop top);

    /** A new connection was made: whatever happened before it may have been missed. */
    void connected();

    /** The first sign of life after being away. */
    void alive();

    /** Not connected, and why, in words for people; tried again by itself. Told once, not per try. */
    void away(String why);

    /** A message was dropped because it is not what the venue documents. */
    void unreadable(String why);
}
