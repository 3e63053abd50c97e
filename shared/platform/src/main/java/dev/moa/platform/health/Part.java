package dev.moa.platform.health;

import java.util.Map;

/**
 * Something this service lives with and can do without for a while: a queue, a feed, a bot. Every bean of this type is
 * told at {@code /health}; none makes the service unready.
 */
public interface Part {

    /** Short and stable, for example {@code redis} or {@code feed.binance}. */
    String name();

    /** Whether it works as of now; answered from memory, asks nobody. */
    boolean isUp();

    /** Plain values worth showing beside it. */
    default Map<String, Object> facts() {
        return Map.of();
    }
}
