package dev.moa.domain.indicator;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.MathContext;

/** Plain average of the last closing prices, with 16 significant digits. Mutable. */
public final class Sma {
    private final Window window;

    /** @throws InvalidValue unless the length is at least 1 */
    public Sma(int length) {
        this.window = new Window(length);
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

    /** The average; null until it is ready. */
    public BigDecimal value() {
        return isReady() ? window.sum().divide(BigDecimal.valueOf(window.length()), MathContext.DECIMAL64) : null;
    }
}
