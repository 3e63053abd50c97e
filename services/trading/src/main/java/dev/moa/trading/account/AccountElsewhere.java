package dev.moa.trading.account;

import dev.moa.platform.problem.Problem;

/** Another process trades this account: this one reads and never sends. */
final class AccountElsewhere {
    private AccountElsewhere() {}

    static Problem problem() {
        return Problem.of(
                503, "account_elsewhere", "Another Moa process trades this account now. Try again in a moment.");
    }
}
