package dev.moa.domain.value;

import java.math.BigDecimal;

/** A quantity of something, zero or more; which way it moves is told by a {@link Side}, never by a sign. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    /** @throws InvalidValue when the number is negative or of absurd length */
    public Quantity {
        value = Decimals.canonical("quantity", value);
        if (value.signum() < 0) {
            throw new InvalidValue("quantity", "must not be negative");
        }
    }

    public static Quantity of(String value) {
        return new Quantity(Decimals.parse("quantity", value));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /** @throws InvalidValue when the result would be negative */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
