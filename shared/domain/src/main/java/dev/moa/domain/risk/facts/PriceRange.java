package dev.moa.domain.risk.facts;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;

/** Between which prices an instrument has moved. */
public record PriceRange(Price low, Price high) {
    /** The way from the lowest to the highest price, in percent of the lowest. */
    public BigDecimal percent() {
        return Decimals.ratio(high.value().subtract(low.value()).multiply(Decimals.HUNDRED), low.value());
    }

    public PriceRange and(PriceRange other) {
        return new PriceRange(low.min(other.low), high.max(other.high));
    }
}
