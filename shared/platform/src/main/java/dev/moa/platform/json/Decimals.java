package dev.moa.platform.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimals out of texts from outside. */
public final class Decimals {

    private static final int MOST_DIGITS = 40;
    private static final Pattern DECIMAL =
            Pattern.compile("-?(\\d{1,40}(\\.\\d{1,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    private Decimals() {}

    /**
     * An exact decimal of at most 40 digits when written out, before and after the point together.
     *
     * @throws NumberFormatException with a sentence that may be shown, on anything else
     */
    public static BigDecimal parse(String text) {
        if (text == null || !DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("must be a decimal number of at most " + MOST_DIGITS + " digits");
        }
        BigDecimal value = new BigDecimal(text);
        int after = Math.max(value.scale(), 0);
        int before = Math.max(value.precision() - value.scale(), 0);
        if (before + after > MOST_DIGITS) {
            throw new NumberFormatException("must be a decimal number of at most " + MOST_DIGITS + " digits");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
