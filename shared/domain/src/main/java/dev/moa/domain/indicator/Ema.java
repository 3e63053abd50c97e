package dev.moa.domain.indicator;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exponential moving average of closing prices with weight {@code 2 / (length + 1)}, begun with the first price, as TradingView's
 * {@code ta.ema}. It remembers everything, so its first values lean on where it began: believe it after {@code length} prices.
 * Computed with 16 significant digits (DECIMAL64), the same on every machine. Mutable.
 */
public final class Ema {
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final int length;
    private final BigDecimal weight;
    private BigDecimal value;
    private int seen;

    /** @throws InvalidValue unless the length is at least 1 */
    public Ema(int length) {
        if (length < 1) {
            throw new InvalidValue("length", "must be at least 1");
        }
        this.length = length;
        this.weight = BigDecimal.valueOf(2).divide(BigDecimal.valueOf(length + 1L), DIGITS);
    }

    /** How many prices it needs before it may be believed. */
    public int pricesNeeded() {
        return length;
    }

    public void add(Price close) {
        add(close.value());
    }

    /** The same for what is no price, such as the difference of two averages. */
    void add(BigDecimal price) {
        value = value == null ? price : value.add(price.subtract(value, DIGITS).multiply(weight, DIGITS), DIGITS);
        seen = Math.min(seen + 1, length);
    }

    public boolean isReady() {
        return seen == length;
    }

    /** The average so far; null before the first price. */
    public BigDecimal value() {
        return value;
    }
}
