package dev.moa.domain.value;

import java.math.BigDecimal;

/** A percentage as people write it: {@code 2} is two of a hundred. */
public record Percent(BigDecimal value) implements Comparable<Percent> {
    /** @throws InvalidValue when the number is missing or of absurd length */
    public Percent {
        value = Decimals.canonical("percent", value);
    }

    public static Percent of(String value) {
        return new Percent(Decimals.parse("percent", value));
    }

    /** This share of an amount, exactly. */
    public BigDecimal of(BigDecimal amount) {
        return amount.multiply(value).movePointLeft(2);
    }

    /** @throws InvalidValue naming {@code field} unless the value lies between the two bounds, both included */
    public Percent within(String field, String low, String high) {
        if (value.compareTo(new BigDecimal(low)) < 0 || value.compareTo(new BigDecimal(high)) > 0) {
            throw new InvalidValue(field, "must be between " + low + " and " + high);
        }
        return this;
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
