package dev.moa.domain.portfolio;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The money of a day's trades, which has arrived (above zero) or left (below). */
public record SettledCash(Currency currency, LocalDate day, BigDecimal amount) {
    /** The ledger lines that close what the trades opened. */
    public List<LedgerEntry> entries() {
        return Ledger.settlement("settlement " + day, new Money(amount, currency).negate());
    }
}
