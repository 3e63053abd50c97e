package dev.moa.domain.candle;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/** One closed candle. */
public record Candle(Instant openTime, Price open, Price high, Price low, Price close, Quantity volume) {
    /** @throws InvalidValue when open or close lie outside low and high */
    public Candle {
        Objects.requireNonNull(openTime, "openTime");
        if (high.isBelow(open) || high.isBelow(close) || low.isAbove(open) || low.isAbove(close)) {
            throw new InvalidValue("candle", "at " + openTime + " has a price outside its low and high");
        }
    }

    /** From plain decimals, in the order in which candles are usually written. */
    public static Candle of(
            Instant openTime, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
        return new Candle(
                openTime, new Price(open), new Price(high), new Price(low), new Price(close), new Quantity(volume));
    }
}
