package dev.moa.market.candle;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Trades or candles of one instrument as they come in from one source, and which of its candles are still open. A replay is
 * one stream, live data of an instrument is another.
 */
public final class CandleStream {
    /** A candle that ended longer ago than this is no news: nobody may trade on it. */
    private static final Duration NEWS = Duration.ofMinutes(2);

    private final InstrumentId instrument;
    private final String source;
    private final UUID run;
    private final Ladder ladder;
    private final OpenBuckets open;
    private Instant heldUntil = Instant.MIN;

    private CandleStream(InstrumentId instrument, String source, UUID run, Interval base) {
        this.instrument = instrument;
        this.source = source;
        this.run = run;
        this.ladder = Ladder.above(base);
        this.open = new OpenBuckets(ladder.intervals());
    }

    public static CandleStream live(InstrumentId instrument) {
        return new CandleStream(instrument, "live", null, Interval.M1);
    }

    public static CandleStream replayedTrades(InstrumentId instrument, UUID run) {
        return new CandleStream(instrument, "replay-trades", run, Interval.M1);
    }

    public static CandleStream replayedCandles(InstrumentId instrument, UUID run, Interval interval) {
        return new CandleStream(instrument, "replay-candles", run, interval);
    }

    public InstrumentId instrument() {
        return instrument;
    }

    /** No candle closes until {@link #release} or this time: trades are missing and are being fetched. */
    public synchronized void hold(Instant until) {
        heldUntil = until;
    }

    public synchronized void release() {
        heldUntil = Instant.MIN;
    }

    String source() {
        return source;
    }

    UUID run() {
        return run;
    }

    boolean isLive() {
        return run == null;
    }

    /** Whether candles of this interval are those of the replayed file: they alone carry its prices. */
    boolean isPath(Interval interval) {
        return source.equals("replay-candles") && interval == ladder.base();
    }

    Ladder ladder() {
        return ladder;
    }

    synchronized void resume(List<OpenBuckets.Closing> known) {
        known.forEach(candle -> open.resume(candle.interval(), candle.openTime()));
    }

    synchronized void touch(Collection<Instant> times) {
        open.touch(times);
    }

    synchronized List<OpenBuckets.Closing> endedBy(Instant marketTime, Instant now) {
        return isLive() && now.isBefore(heldUntil) ? List.of() : open.endedBy(marketTime);
    }

    synchronized List<OpenBuckets.Closing> unfinished() {
        return open.all();
    }

    synchronized void close(List<OpenBuckets.Closing> ended) {
        open.close(ended);
    }

    /** Whether the end of this candle is told as a fact, as against only being noted. */
    boolean tells(OpenBuckets.Closing closing, Instant now) {
        return switch (closing.interval()) {
            // What strategies can be set to; 3m and 30m are for charts only.
            case M3, M30 -> false;
            case M1, M5, M15, H1, H4, D1 ->
                !isLive() || !closing.closeTime().plus(NEWS).isBefore(now);
        };
    }
}
