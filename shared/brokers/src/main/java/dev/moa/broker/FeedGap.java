package dev.moa.broker;

import dev.moa.domain.instrument.InstrumentId;
import java.time.Instant;

/**
 * Trades that may have been missed between two that were received.
 *
 * @param after the last trade before the gap
 * @param before the first trade behind it
 */
public record FeedGap(InstrumentId instrument, Mark after, Mark before) {
    /** Which trade, by the venue's id and time. */
    public record Mark(long id, Instant time) {}

    public Instant from() {
        return after.time();
    }

    /** Never before {@link #from()}, even when a venue's clock went back. */
    public Instant to() {
        return before.time().isBefore(after.time()) ? after.time() : before.time();
    }
}
