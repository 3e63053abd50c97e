package dev.moa.domain.indicator;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Moving average convergence/divergence: a fast {@link Ema} minus a slow one, and an Ema of that difference as its signal line.
 * Mutable.
 */
public final class Macd {
    private final Ema fast;
    private final Ema slow;
    private final Ema signal;
    private int seen;

    /** @throws InvalidValue unless all lengths are at least 1 and fast is shorter than slow */
    public Macd(int fast, int slow, int signal) {
        if (fast >= slow) {
            throw new InvalidValue("fast", "must be less than slow");
        }
        this.fast = new Ema(fast);
        this.slow = new Ema(slow);
        this.signal = new Ema(signal);
    }

    public int pricesNeeded() {
        return slow.pricesNeeded() + signal.pricesNeeded() - 1;
    }

    public void add(Price close) {
        fast.add(close);
        slow.add(close);
        signal.add(line());
        seen = Math.min(seen + 1, pricesNeeded());
    }

    public boolean isReady() {
        return seen == pricesNeeded();
    }

    /** The fast average minus the slow one; null before the first price. */
    public BigDecimal line() {
        return fast.value() == null ? null : fast.value().subtract(slow.value(), MathContext.DECIMAL64);
    }

    /** The average of that line; null before the first price. */
    public BigDecimal signal() {
        return signal.value();
    }

    /** Line minus signal; null before the first price. */
    public BigDecimal histogram() {
        return signal.value() == null ? null : line().subtract(signal.value(), MathContext.DECIMAL64);
    }
}
