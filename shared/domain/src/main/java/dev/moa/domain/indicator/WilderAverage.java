package dev.moa.domain.indicator;

import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Wilder's smoothing: begins with the plain average of the first numbers, then moves one {@code length}-th of the way to each new
 * one. With 16 significant digits, the same on every machine. Mutable.
 */
final class WilderAverage {
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final BigDecimal length;
    private final BigDecimal before;
    private int missing;
    private BigDecimal value = BigDecimal.ZERO;

    WilderAverage(int length) {
        if (length < 1) {
            throw new InvalidValue("length", "must be at least 1");
        }
        this.length = BigDecimal.valueOf(length);
        this.before = BigDecimal.valueOf(length - 1L);
        this.missing = length;
    }

    void add(BigDecimal number) {
        if (missing > 0) {
            value = value.add(number, DIGITS);
            if (--missing == 0) {
                value = value.divide(length, DIGITS);
            }
        } else {
            value = value.multiply(before, DIGITS).add(number, DIGITS).divide(length, DIGITS);
        }
    }

    boolean isReady() {
        return missing == 0;
    }

    BigDecimal value() {
        return isReady() ? value : null;
    }
}
