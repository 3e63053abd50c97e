package dev.moa.domain.portfolio;

import dev.moa.domain.value.Money;

/**
 * One line of a transaction.
 *
 * @param transaction what the lines of one event have in common: a fill's id, or the name of a deposit
 * @param kind why
 * @param amount above zero when it comes in, below when it goes out
 */
public record LedgerEntry(String transaction, Kind kind, LedgerAccount account, Money amount) {
    public enum Kind {
        /** Money that came or went. */
        DEPOSIT,
        TRADE,
        FEE,
        TAX,
        FUNDING,
        LIQUIDATION,
        SETTLEMENT
    }
}
