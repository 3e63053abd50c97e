package dev.moa.domain.portfolio;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;

/**
 * Money of one currency in an account. Trades count from their day on, also while they are not settled.
 *
 * @param total everything, reservations, margin and unsettled trades included
 * @param reserved set aside for open orders: what buys cost with their fees, and the margin of contracts
 * @param margin what secures positions held on margin
 * @param settled the total without what open settlements will bring or take
 * @param lowest the least that the total comes to on any day of the open settlements, reservations left out
 */
public record CashBalance(
        Currency currency,
        BigDecimal total,
        BigDecimal reserved,
        BigDecimal margin,
        BigDecimal settled,
        BigDecimal lowest) {
    public CashBalance {
        total = Decimals.canonical("cash", total);
        reserved = Decimals.canonical("reserved", reserved);
        margin = Decimals.canonical("margin", margin);
        settled = Decimals.canonical("settled", settled);
        lowest = Decimals.canonical("lowest", lowest);
    }

    /** Money of which everything is settled and nothing is held as margin. */
    public CashBalance(Currency currency, BigDecimal total, BigDecimal reserved) {
        this(currency, total, reserved, BigDecimal.ZERO, total, total);
    }

    /** What a new order may use; below zero only when a fill cost more than was set aside for it. */
    public BigDecimal available() {
        return Decimals.canonical("available", total.subtract(reserved).subtract(margin));
    }

    /** What open settlements will bring (above zero) or take (below). */
    public BigDecimal unsettled() {
        return Decimals.canonical("unsettled", total.subtract(settled));
    }

    /** What is free and there already: proceeds of a sale count only when they have arrived. */
    public BigDecimal withdrawable() {
        return Decimals.canonical("withdrawable", free().max(BigDecimal.ZERO));
    }

    /** As {@link #withdrawable}, but below zero when less is there than is set aside. */
    BigDecimal free() {
        return lowest.subtract(reserved).subtract(margin);
    }

    CashBalance plus(BigDecimal amount) {
        return new CashBalance(currency, total.add(amount), reserved);
    }

    CashBalance reserve(BigDecimal amount) {
        return new CashBalance(currency, total, reserved.add(amount));
    }
}
