package dev.moa.domain.performance;

import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are rounded: half-even to 6 decimals, null where there is no meaning. */
final class Ratios {
    static final int SCALE = 6;
    private static final double LARGEST = 1e12;

    private Ratios() {}

    /** Null when the whole is zero. */
    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : Decimals.canonical("ratio", part.divide(whole, SCALE, RoundingMode.HALF_EVEN));
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return ratio(part.movePointRight(2), whole);
    }

    static BigDecimal rounded(BigDecimal number) {
        return Decimals.canonical("ratio", number.setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    /** Null for what is not a number, or too large to mean anything: growth of a day raised to a year. */
    static BigDecimal rounded(double number) {
        return Double.isNaN(number) || Math.abs(number) > LARGEST ? null : rounded(BigDecimal.valueOf(number));
    }
}
