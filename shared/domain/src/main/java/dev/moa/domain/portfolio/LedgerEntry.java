package dev.moa.domain.portfolio;

import dev.moa.domain.value.Money;

/**
 * One line of a transaction.
 *
 * @param transaction what the lines of one event have in common: a fill's id, or the name of a deposit
 * @param amount above zero when it comes in, below when it goes out
 */
public record LedgerEntry(String transaction, LedgerAccount account, Money amount) {}
