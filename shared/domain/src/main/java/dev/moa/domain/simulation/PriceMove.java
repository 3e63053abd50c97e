package dev.moa.domain.simulation;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.time.Instant;
import java.util.Objects;

/**
 * How a price moved: it began at {@code open}, went as far as {@code high} and {@code low}, nobody knows which first, and ended at
 * {@code close}.
 *
 * @param at the market time it is booked at: when the candle opened, or when the quote was made
 */
public record PriceMove(Price open, Price high, Price low, Price close, Instant at) {
    /** @throws InvalidValue when open or close lie outside low and high */
    public PriceMove {
        Objects.requireNonNull(at, "at");
        if (high.isBelow(open) || high.isBelow(close) || low.isAbove(open) || low.isAbove(close)) {
            throw new InvalidValue("price", "moved outside its own low and high");
        }
    }

    public static PriceMove of(Candle candle) {
        return new PriceMove(candle.open(), candle.high(), candle.low(), candle.close(), candle.openTime());
    }

    /**
     * From one quote to the next.
     *
     * @param before the price before; null when this is the first
     * @param low the lowest and {@code high} the highest price since then; widened if the ends lie outside
     */
    public static PriceMove between(Price before, Price low, Price high, Price last, Instant at) {
        Price open = before == null ? last : before;
        return new PriceMove(open, high.max(open).max(last), low.min(open).min(last), last, at);
    }
}
