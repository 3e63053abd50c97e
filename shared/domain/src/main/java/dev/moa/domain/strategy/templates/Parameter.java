package dev.moa.domain.strategy.templates;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;

/**
 * A number that a template is set up with.
 *
 * @param standard its default; null when it has to be given
 * @param low its bounds, both included
 * @param decimals how many decimals it may have; 0 for whole numbers
 */
public record Parameter(String name, BigDecimal standard, BigDecimal low, BigDecimal high, int decimals) {
    private static final int MONEY_DECIMALS = 12;

    static Parameter whole(String name, int standard, int low, int high) {
        return new Parameter(name, BigDecimal.valueOf(standard), BigDecimal.valueOf(low), BigDecimal.valueOf(high), 0);
    }

    static Parameter decimal(String name, String standard, String low, String high) {
        return new Parameter(name, new BigDecimal(standard), new BigDecimal(low), new BigDecimal(high), 4);
    }

    /** A price or an amount of money: nobody can guess it. */
    static Parameter money(String name) {
        return new Parameter(name, null, new BigDecimal("0.00000001"), new BigDecimal("1000000000000"), MONEY_DECIMALS);
    }

    public boolean isRequired() {
        return standard == null;
    }

    BigDecimal checked(BigDecimal given) {
        if (given == null) {
            throw new InvalidValue(name, "is missing");
        }
        BigDecimal value = Decimals.canonical(name, given);
        if (value.scale() > decimals) {
            throw new InvalidValue(
                    name,
                    decimals == 0
                            ? "must be a whole number between " + low + " and " + high
                            : "may have at most " + decimals + " decimals");
        }
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new InvalidValue(name, "must be between " + low.toPlainString() + " and " + high.toPlainString());
        }
        return value;
    }
}
