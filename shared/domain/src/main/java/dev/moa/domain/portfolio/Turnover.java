package dev.moa.domain.portfolio;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;

/** A sum of trades: how much, and for how much money, fees left out. Exact. */
public record Turnover(Quantity quantity, BigDecimal value) {
    public static final Turnover NONE = new Turnover(Quantity.ZERO, BigDecimal.ZERO);

    public Turnover {
        value = Decimals.canonical("value", value);
    }

    Turnover plus(Quantity more, BigDecimal forMoney) {
        return new Turnover(quantity.plus(more), value.add(forMoney));
    }

    /** Value by quantity, rounded half-even to 12 decimals; null when nothing was traded. */
    public Price averagePrice() {
        return quantity.isZero() ? null : new Price(Decimals.ratio(value, quantity.value()));
    }
}
