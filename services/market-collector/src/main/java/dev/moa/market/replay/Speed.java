package dev.moa.market.replay;

import dev.moa.platform.problem.Problem;
import java.math.BigDecimal;

/** How many times faster than it happened; 0 means as fast as it can be stored. */
record Speed(double factor) {
    private static final BigDecimal FASTEST = new BigDecimal("1000000");

    /** A number above zero, or {@code max}. Throws 400 on anything else. */
    static Speed of(Object given) {
        String text = given == null ? "max" : given.toString();
        if (text.equals("max")) {
            return new Speed(0);
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() > 0 && number.precision() < 20 && number.compareTo(FASTEST) <= 0) {
                return new Speed(number.doubleValue());
            }
        } catch (NumberFormatException e) {
            throw bad();
        }
        throw bad();
    }

    boolean isMax() {
        return factor == 0;
    }

    String text() {
        return isMax() ? "max" : BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
    }

    private static Problem bad() {
        return Problem.invalid().field("speed", "must be a number above 0 and at most 1000000, or max");
    }
}
