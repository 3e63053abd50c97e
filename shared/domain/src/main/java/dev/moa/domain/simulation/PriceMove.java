package dev.moa.domain.simulation;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.time.Instant;
import java.util.Objects;

/**
 * How a price moved: it began at {@code open}, went as far as {@code high} and {@code low}, nobody knows which first, and ended at
 * {@code close}.
 *
 * @param at the market time it is booked at: when the candle opened, or when the quote was made
 * @param volume how much was traded on the way; null when nobody knows
 */
public record PriceMove(Price open, Price high, Price low, Price close, Instant at, Quantity volume) {
    /** @throws InvalidValue when open or close lie outside low and high */
    public PriceMove {
        Objects.requireNonNull(at, "at");
        if (high.isBelow(open) || high.isBelow(close) || low.isAbove(open) || low.isAbove(close)) {
            throw new InvalidValue("price", "moved outside its own low and high");
        }
    }

    /** How much was traded is not known: what the move touches trades whole. */
    public PriceMove(Price open, Price high, Price low, Price close, Instant at) {
        this(open, high, low, close, at, null);
    }

    /** A price that is there at once, without a way to it. */
    public static PriceMove at(Price price, Instant at) {
        return new PriceMove(price, price, price, price, at);
    }

    /** Whether it sets off an order of this side with this stop. */
    boolean reaches(Side side, Price stop) {
        return side.isBuy() ? !high.isBelow(stop) : !low.isAbove(stop);
    }

    /** With what was traded on the way. */
    public PriceMove withVolume(Quantity traded) {
        return new PriceMove(open, high, low, close, at, traded);
    }

    /** This move and a later one, as one. */
    public PriceMove then(PriceMove later) {
        return new PriceMove(
                open,
                high.max(later.high),
                low.min(later.low),
                later.close,
                later.at,
                volume == null || later.volume == null ? null : volume.plus(later.volume));
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
