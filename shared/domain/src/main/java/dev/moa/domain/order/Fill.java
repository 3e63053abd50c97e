package dev.moa.domain.order;

import dev.moa.domain.value.FillId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A trade that happened. A fact: never refused, changed or deleted.
 *
 * @param fee what the venue took, zero or more (a rebate would be negative)
 * @param tax what the state took, zero or more
 * @param time when we learned of it, by our clock
 * @param marketTime the time of the market price it was filled at: differs from {@code time} when recorded data is replayed
 */
public record Fill(FillId id, Price price, Quantity quantity, Money fee, Money tax, Instant time, Instant marketTime) {
    /** An untaxed trade. */
    public Fill(FillId id, Price price, Quantity quantity, Money fee, Instant time, Instant marketTime) {
        this(id, price, quantity, fee, Money.zero(fee.currency()), time, marketTime);
    }

    public Fill {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(tax, "tax");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(marketTime, "marketTime");
        if (quantity.isZero()) {
            throw new InvalidValue("quantity", "of a fill must be above zero");
        }
    }

    /** Price times quantity. */
    public BigDecimal notional() {
        return price.times(quantity);
    }

    /** Whether the other tells the same trade; the time we learned of it does not count. */
    public boolean sameTradeAs(Fill other) {
        return id.equals(other.id)
                && price.equals(other.price)
                && quantity.equals(other.quantity)
                && fee.equals(other.fee)
                && tax.equals(other.tax);
    }
}
