package dev.moa.domain.value;

import java.math.BigDecimal;

/** A price above zero, in the quote currency of its instrument. */
public record Price(BigDecimal value) implements Comparable<Price> {
    /** @throws InvalidValue unless the number is above zero and of sane length */
    public Price {
        value = Decimals.canonical("price", value);
        if (value.signum() <= 0) {
            throw new InvalidValue("price", "must be above zero");
        }
    }

    public static Price of(String value) {
        return new Price(Decimals.parse("price", value));
    }

    /** What this quantity costs at this price, exactly. */
    public BigDecimal times(Quantity quantity) {
        return value.multiply(quantity.value());
    }

    /** This price moved by a percentage: {@code moved(-2)} is 2 % lower. Exact. */
    public Price moved(BigDecimal percent) {
        return new Price(value.multiply(Decimals.HUNDRED.add(percent)).movePointLeft(2));
    }

    public Price min(Price other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Price max(Price other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isAbove(Price other) {
        return compareTo(other) > 0;
    }

    public boolean isBelow(Price other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
