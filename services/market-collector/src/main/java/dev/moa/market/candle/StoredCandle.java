package dev.moa.market.candle;

import dev.moa.domain.candle.Interval;
import java.math.BigDecimal;
import java.time.Instant;

/** A candle as it lies in the database. */
record StoredCandle(
        Interval interval,
        Instant openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume) {}
