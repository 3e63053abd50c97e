package dev.moa.domain.risk;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * An upper bound: a share of the equity, an absolute amount by currency, or both, in which case the smaller counts.
 *
 * @param ofEquity null for no share
 * @param amounts the absolute bound of each currency that has one
 */
public record Cap(Percent ofEquity, Map<Currency, BigDecimal> amounts) {
    public static final Cap NONE = new Cap(null, Map.of());

    /** @throws InvalidValue when a bound is negative */
    public Cap {
        amounts = Map.copyOf(amounts);
        if (ofEquity != null && ofEquity.value().signum() < 0
                || amounts.values().stream().anyMatch(amount -> amount.signum() < 0)) {
            throw new InvalidValue("limit", "must not be negative");
        }
    }

    public static Cap ofEquity(String percent) {
        return new Cap(Percent.of(percent), Map.of());
    }

    /** The same with another absolute bound of one currency; null for none. */
    public Cap withAmount(Currency currency, BigDecimal amount) {
        Map<Currency, BigDecimal> changed = new HashMap<>(amounts);
        changed.remove(currency);
        if (amount != null) {
            changed.put(currency, amount);
        }
        return new Cap(ofEquity, changed);
    }

    public boolean isNone() {
        return ofEquity == null && amounts.isEmpty();
    }

    /** The bound in this currency at this equity, or null when there is none. */
    public BigDecimal in(Currency currency, BigDecimal equity) {
        BigDecimal absolute = amounts.get(currency);
        BigDecimal share = ofEquity == null ? null : ofEquity.of(equity.max(BigDecimal.ZERO));
        if (absolute == null || share == null) {
            return absolute == null ? share : absolute;
        }
        return absolute.min(share);
    }

    /** Whether the other one allows more anywhere. */
    boolean isLoosenedBy(Cap other) {
        boolean share = ofEquity != null && (other.ofEquity == null || other.ofEquity.compareTo(ofEquity) > 0);
        return share
                || amounts.entrySet().stream().anyMatch(entry -> {
                    BigDecimal wanted = other.amounts.get(entry.getKey());
                    return wanted == null || wanted.compareTo(entry.getValue()) > 0;
                });
    }
}
