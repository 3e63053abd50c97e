package dev.moa.contract;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Facts told by the market collector. */
public sealed interface MarketEvents extends Fact {

    /**
     * A candle will not change any more. Prices in the instrument's quote currency, volume in its base unit.
     *
     * @param interval 1m, 5m, 15m, 1h, 4h or 1d, boundaries in UTC
     * @param replay true for a candle of a replayed candle file: then this message is also the price path
     *     (open, extremes, close) that moves the paper venue, so that a replay gives the same fills every time
     * @param run the replay it belongs to, null for live data
     */
    @Serdeable
    @Contract(name = "candle.closed", version = 1)
    record CandleClosed(
            String instrument,
            String interval,
            Instant openTime,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume,
            boolean replay,
            UUID run)
            implements MarketEvents {}
}
