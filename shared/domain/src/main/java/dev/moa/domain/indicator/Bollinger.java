package dev.moa.domain.indicator;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Bollinger bands: the plain average of the last closes, and bands so many standard deviations (of the whole window, not of a
 * sample) above and below. Mutable.
 */
public final class Bollinger {
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final Window window;
    private final BigDecimal length;
    private final BigDecimal width;

    /** @throws InvalidValue unless the length is at least 2 and the width above zero */
    public Bollinger(int length, BigDecimal width) {
        if (length < 2) {
            throw new InvalidValue("length", "must be at least 2");
        }
        if (width.signum() <= 0) {
            throw new InvalidValue("width", "must be above zero");
        }
        this.window = new Window(length);
        this.length = BigDecimal.valueOf(length);
        this.width = width;
    }

    public int pricesNeeded() {
        return window.length();
    }

    public void add(Price close) {
        window.add(close.value());
    }

    public boolean isReady() {
        return window.isFull();
    }

    /** The average; null until it is ready, as the bands. */
    public BigDecimal middle() {
        return isReady() ? window.sum().divide(length, DIGITS) : null;
    }

    public BigDecimal upper() {
        return isReady() ? middle().add(spread(), DIGITS) : null;
    }

    public BigDecimal lower() {
        return isReady() ? middle().subtract(spread(), DIGITS) : null;
    }

    /** The sums are exact, so what is subtracted here has not lost a digit. */
    private BigDecimal spread() {
        BigDecimal sum = window.sum();
        BigDecimal scatter = window.squares().multiply(length).subtract(sum.multiply(sum));
        return scatter.sqrt(DIGITS).divide(length, DIGITS).multiply(width, DIGITS);
    }
}
