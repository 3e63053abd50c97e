package dev.moa.contract;

import io.micronaut.core.annotation.Creator;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Latest values that travel over Redis and may be lost: prices, marks, progress. Never the only copy of anything. */
public interface LiveMessages {

    /** Redis channel of one instrument's quotes; the pattern for all is {@code market:*}. */
    String MARKET_CHANNEL = "market:";

    /** Redis hash with an instrument's latest quote, the fields of {@link Quote} as strings. */
    String QUOTE_KEY = "quote:";

    /** Redis key of what rests in the household's own paper book of an instrument, a {@link Depth} as JSON; missing: nothing. */
    String PAPER_BOOK_KEY = "paper-book:";

    /** Redis channel of one person's marks and progress; the pattern for all is {@code live:*}. */
    String PERSON_CHANNEL = "live:";

    /** Redis channel on which auth tells that a session has ended. */
    String SESSIONS_CHANNEL = "sessions";

    /**
     * The latest price of an instrument, at most one per 100 ms.
     *
     * @param bid best bid, null where the feed has none
     * @param ask best ask, null where the feed has none
     * @param bidSize wanted at the bid, base unit, null where the feed does not tell
     * @param askSize offered at the ask, likewise
     * @param low lowest trade since the previous message: lets a reader honour what happened in between
     * @param high highest trade since the previous message
     * @param volume traded since the previous message, base unit
     * @param time venue time of the last trade
     * @param source {@code live}, {@code replay-trades} or {@code replay-candles}
     */
    @Serdeable
    record Quote(
            String instrument,
            BigDecimal price,
            @Nullable BigDecimal bid,
            @Nullable BigDecimal ask,
            @Nullable BigDecimal bidSize,
            @Nullable BigDecimal askSize,
            BigDecimal low,
            BigDecimal high,
            BigDecimal volume,
            Instant time,
            String source) {
        @Creator
        public Quote {}

        /** Without what stands at the best prices. */
        public Quote(
                String instrument,
                BigDecimal price,
                @Nullable BigDecimal bid,
                @Nullable BigDecimal ask,
                BigDecimal low,
                BigDecimal high,
                BigDecimal volume,
                Instant time,
                String source) {
            this(instrument, price, bid, ask, null, null, low, high, volume, time, source);
        }
    }

    /** A book summed up by price, best first; amounts in the quote currency and the base unit. */
    @Serdeable
    record Depth(String instrument, List<DepthLevel> bids, List<DepthLevel> asks, Instant time) {}

    /** Everything that rests at one price. */
    @Serdeable
    record DepthLevel(BigDecimal price, BigDecimal quantity) {}

    /** A message on a person's live channel. {@code event} is the {@code /ws} event name, for example position_update. */
    @Serdeable
    record PersonMessage(String event, PositionMark position, BacktestProgress backtest) {}

    /** What a position is worth at the latest price; amounts in the instrument's quote currency. */
    @Serdeable
    record PositionMark(
            UUID positionId,
            String instrument,
            BigDecimal currentPrice,
            BigDecimal unrealizedPnl,
            BigDecimal pnlPercentage) {}

    /** How far a backtest is; {@code progress} 0 to 100. */
    @Serdeable
    record BacktestProgress(UUID runId, String status, int progress) {}
}
