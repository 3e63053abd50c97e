package dev.moa.market.candle;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where candles lie. Minutes are always computed from all their ticks, longer ones from all their shorter ones. */
interface CandleStore {
    /** Which candles of a chart; {@code from} null means the latest ones. */
    record Range(Instant from, Instant to, int limit) {}

    /** One writer per instrument until the transaction ends: two would each miss the other's ticks. */
    void lock(InstrumentId instrument);

    /** Makes room for candles of these years, in a transaction of its own. */
    void prepare(Instant first, Instant last);

    void rebuildMinutes(InstrumentId instrument, String source, List<Instant> minutes);

    /** Sums up what lies above these candles of the ladder's base. */
    void sumUp(InstrumentId instrument, Ladder ladder, List<Instant> openTimes);

    /** Takes candles as given, except where a minute was built from ticks. */
    void put(InstrumentId instrument, Interval interval, List<GivenCandle> candles);

    /** Marks them closed and gives them back, in the same order; those that are not there are left out. */
    List<StoredCandle> close(InstrumentId instrument, List<OpenBuckets.Closing> closings);

    /** The same, leaving out those that were closed before. */
    List<StoredCandle> closeOpen(InstrumentId instrument, List<OpenBuckets.Closing> closings);

    /** Until when a replay has told its candles, and from now on until {@code next}; empty the first time. */
    Optional<Instant> toldTo(UUID run, Instant next);

    /** A replay is over; so are those that broke off long ago. */
    void forget(UUID run);

    /** Candles of the instrument that are not marked closed. */
    List<OpenBuckets.Closing> notClosed(InstrumentId instrument);

    /** In order of time. */
    List<StoredCandle> chart(InstrumentId instrument, Interval interval, Range range);
}
