package dev.moa.domain.portfolio;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;

/**
 * Money of one currency in an account.
 *
 * @param total everything, reservations included
 * @param reserved set aside for open buy orders, their fees included
 */
public record CashBalance(Currency currency, BigDecimal total, BigDecimal reserved) {
    public CashBalance {
        total = Decimals.canonical("cash", total);
        reserved = Decimals.canonical("reserved", reserved);
    }

    /** What a new order may use; below zero only when a fill cost more than was set aside for it. */
    public BigDecimal available() {
        return Decimals.canonical("available", total.subtract(reserved));
    }

    CashBalance plus(BigDecimal amount) {
        return new CashBalance(currency, total.add(amount), reserved);
    }

    CashBalance reserve(BigDecimal amount) {
        return new CashBalance(currency, total, reserved.add(amount));
    }
}
