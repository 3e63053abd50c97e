package dev.moa.domain.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Exact decimal arithmetic shared by the value types. Every decimal of the domain is kept in canonical form: no trailing
 * zeros, never a negative scale, so that equal numbers are equal objects and print alike ({@code 70000}, not {@code 7E+4}).
 */
public final class Decimals {
    /** Ratios such as an average price are rounded to this many decimals; amounts are never rounded. */
    public static final int RATIO_SCALE = 12;

    /** 100: percents are divided by shifting, never by dividing. */
    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final int MAX_INTEGER_DIGITS = 24;
    private static final int MAX_DECIMALS = 40;

    private Decimals() {}

    /**
     * The same number in canonical form.
     *
     * @throws InvalidValue when the number is null or absurd (more than 24 digits before or 40 after the point)
     */
    public static BigDecimal canonical(String what, BigDecimal number) {
        if (number == null) {
            throw new InvalidValue(what, "is missing");
        }
        if (number.scale() == 0) {
            return bounded(what, number, number.precision());
        }
        BigDecimal stripped = number.stripTrailingZeros();
        bounded(what, stripped, stripped.precision() - stripped.scale());
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal bounded(String what, BigDecimal number, int integerDigits) {
        if (integerDigits > MAX_INTEGER_DIGITS || number.scale() > MAX_DECIMALS) {
            throw new InvalidValue(what, "has too many digits");
        }
        return number;
    }

    /**
     * Reads a decimal as people and JSON write it.
     *
     * @throws InvalidValue when the text is not a number
     */
    public static BigDecimal parse(String what, String text) {
        if (text == null || text.isBlank() || text.length() > 64) {
            throw new InvalidValue(what, "must be a decimal number");
        }
        try {
            return canonical(what, new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            throw new InvalidValue(what, "must be a decimal number");
        }
    }

    /** The largest multiple of {@code step} not above {@code number}, towards minus infinity. */
    public static BigDecimal floor(BigDecimal number, BigDecimal step) {
        return multiple(number, step, RoundingMode.FLOOR);
    }

    /** The smallest multiple of {@code step} not below {@code number}. */
    public static BigDecimal ceiling(BigDecimal number, BigDecimal step) {
        return multiple(number, step, RoundingMode.CEILING);
    }

    /** Whether {@code number} is a whole multiple of {@code step}. */
    public static boolean isMultiple(BigDecimal number, BigDecimal step) {
        return number.remainder(step).signum() == 0;
    }

    /** {@code numerator / denominator}, rounded half-even to {@link #RATIO_SCALE} decimals. */
    public static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return canonical("ratio", numerator.divide(denominator, RATIO_SCALE, RoundingMode.HALF_EVEN));
    }

    /** {@code numerator / denominator} with 34 significant digits, rounded down: for sizing, which rounds down to a step next. */
    public static BigDecimal quotientDown(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, new MathContext(34, RoundingMode.DOWN));
    }

    private static BigDecimal multiple(BigDecimal number, BigDecimal step, RoundingMode rounding) {
        if (step.precision() == 1 && step.unscaledValue().intValue() == 1 && step.scale() >= 0) {
            return number.scale() <= step.scale()
                    ? number
                    : canonical("number", number.setScale(step.scale(), rounding));
        }
        return canonical("number", number.divide(step, 0, rounding).multiply(step));
    }
}
