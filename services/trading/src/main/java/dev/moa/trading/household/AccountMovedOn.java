package dev.moa.trading.household;

import dev.moa.domain.value.AccountId;

/** A trade was agreed with an account whose book has been read anew since: it has to be agreed again. */
public final class AccountMovedOn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountMovedOn(AccountId account) {
        super("the book of account " + account + " was read anew while somebody traded with it");
    }
}
