package dev.moa.market.feed;

import dev.moa.broker.FeedGap;
import dev.moa.domain.instrument.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What feeds remember over a restart: how far they have got, what they missed, what they are to collect. */
interface FeedStore {
    /** A stretch of time in which trades may be missing. */
    record OpenGap(String feed, String instrument, Instant from, Instant to, String reason) {}

    Optional<FeedGap.Mark> cursor(InstrumentId instrument);

    /** The last stored trade; in the transaction that stores it. */
    void saveCursor(InstrumentId instrument, FeedGap.Mark mark);

    /** {@code filledAt} is null for a gap that stays open. */
    void recordGap(String feed, FeedGap gap, String reason, Instant filledAt);

    /** The latest open ones. */
    List<OpenGap> openGaps(String feed, int limit);

    long countOpenGaps(String feed);

    Set<InstrumentId> watched();

    /** False when it was already watched. */
    boolean addWatched(InstrumentId instrument, UUID addedBy);
}
