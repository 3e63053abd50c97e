package dev.moa.market.candle;

import java.math.BigDecimal;
import java.time.Instant;

/** A candle somebody else has built: taken as it is. */
public record GivenCandle(
        Instant openTime, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {}
