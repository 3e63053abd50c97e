package dev.moa.market.candle;

import java.math.BigDecimal;
import java.time.Instant;

/** One trade as it is stored; {@code side} is the taker's, null when nobody knows. */
public record Tick(Instant time, long tradeId, BigDecimal price, BigDecimal quantity, Side side) {
    public enum Side {
        BUY,
        SELL
    }
}
