package dev.moa.domain.simulation;

import dev.moa.domain.value.Price;
import java.time.Instant;

/**
 * As long as a price stays strictly between the two, and the time before the end, nothing that rests in an instrument is concerned.
 *
 * @param low null for none; @param high likewise; @param end likewise
 */
public record Calm(Price low, Price high, Instant end) {
    /** Whether this move concerns nothing. */
    public boolean holds(PriceMove move, Instant now) {
        return (low == null || move.low().isAbove(low))
                && (high == null || move.high().isBelow(high))
                && (end == null || now.isBefore(end));
    }
}
