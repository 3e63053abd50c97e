package dev.moa.platform.live;

/** Ends a subscription when closed. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
