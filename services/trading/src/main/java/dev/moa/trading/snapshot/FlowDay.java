package dev.moa.trading.snapshot;

import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What came into an account from outside or went there on a day, zero or more, and what was paid in taxes. */
public record FlowDay(LocalDate day, Currency currency, BigDecimal deposits, BigDecimal withdrawals, BigDecimal taxes) {
    static FlowDay none(LocalDate day, Currency currency) {
        return new FlowDay(day, currency, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
