package dev.moa.trading.account;

import dev.moa.domain.value.AccountId;

/** Another process works on this account now; what this one knew of it is out of date. */
final class LaneTakenOver extends RuntimeException {
    LaneTakenOver(AccountId account) {
        super("account " + account + " was taken over by another process");
    }
}
