package dev.moa.broker;

import dev.moa.domain.instrument.InstrumentId;
import java.util.List;
import java.util.Set;

/**
 * A venue's public market data, without a key. Opened once; from then on it keeps itself connected and tells its listener
 * what comes in. A venue that cannot be reached is an ordinary state: nothing here throws because of it but
 * {@link #tradesWithin}.
 */
public interface MarketFeed extends AutoCloseable {
    /** The name in MOA_FEEDS, for example {@code binance}. */
    String name();

    /** The venue of its instruments, for example {@code BINANCE}. */
    String venue();

    /** Whether an instrument's trade ids count up without holes, so that a hole is a missed trade. */
    boolean countsTrades();

    /** Whether the instrument is one of this venue by its name; whether it is listed is only known to the venue. */
    boolean carries(InstrumentId instrument);

    /** Asks the venue whether it lists the instrument. Throws {@link dev.moa.broker.http.VenueAway} when it does not answer. */
    boolean lists(InstrumentId instrument);

    /** Begins to connect and returns at once. The listener is called by one thread at a time and must not block. */
    void open(Set<InstrumentId> instruments, FeedListener listener);

    /** From now on exactly these instruments; may be called at any time after {@link #open}. */
    void watch(Set<InstrumentId> instruments);

    /**
     * The trades between two known ones, both excluded, oldest first, as far as the venue still tells them without a key.
     * Blocks, at most a few requests long. Throws {@link dev.moa.broker.http.VenueAway} when the venue does not answer.
     */
    Recovered tradesWithin(FeedGap gap);

    @Override
    void close();

    /** What could be had; {@code complete} when the gap is closed by it. */
    record Recovered(List<MarketTrade> trades, boolean complete) {}
}
