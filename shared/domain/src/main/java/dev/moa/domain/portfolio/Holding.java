package dev.moa.domain.portfolio;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the fills of one instrument add up to, by the average-cost method of {@link Position}.
 *
 * @param quantity above zero when long, below when short
 * @param cost what the part still held has cost, or brought when short; zero or more, fees left out
 */
public record Holding(BigDecimal quantity, BigDecimal cost) {
    public static final Holding NONE = new Holding(BigDecimal.ZERO, BigDecimal.ZERO);

    public Holding {
        quantity = Decimals.canonical("quantity", quantity);
        cost = Decimals.canonical("cost", cost);
    }

    /** After one more fill; what goes beyond closing opens the other way. */
    public Holding after(Side side, BigDecimal filled, BigDecimal price) {
        BigDecimal signed = side.isBuy() ? filled : filled.negate();
        if (quantity.signum() == 0 || quantity.signum() == signed.signum()) {
            return new Holding(quantity.add(signed), cost.add(price.multiply(filled)));
        }
        BigDecimal left = quantity.add(signed);
        if (left.signum() == 0) {
            return NONE;
        }
        if (left.signum() != quantity.signum()) {
            return new Holding(left, left.abs().multiply(price));
        }
        BigDecimal relieved =
                cost.multiply(filled).divide(quantity.abs(), Decimals.RATIO_SCALE, RoundingMode.HALF_EVEN);
        return new Holding(left, cost.subtract(relieved));
    }

    public boolean isNone() {
        return quantity.signum() == 0;
    }

    /** What it is worth at this price; below zero when short. */
    public BigDecimal value(BigDecimal price) {
        return Decimals.canonical("value", quantity.multiply(price));
    }

    /** The profit that closing it at this price would bring, fees left out. */
    public BigDecimal unrealized(BigDecimal price) {
        BigDecimal gain = quantity.abs().multiply(price).subtract(cost);
        return Decimals.canonical("profit", quantity.signum() < 0 ? gain.negate() : gain);
    }
}
