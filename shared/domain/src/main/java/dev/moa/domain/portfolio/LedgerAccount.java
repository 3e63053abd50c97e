package dev.moa.domain.portfolio;

/** Where an amount lies. What leaves one account of a person's book arrives in another. */
public enum LedgerAccount {
    /** Money of the account. */
    CASH,
    /** Coins and shares of the account. */
    HOLDINGS,
    /** The other side of every trade. */
    MARKET,
    /** What venues took. */
    FEES,
    /** Where money comes from and goes to: deposits, withdrawals, the purse of a new paper account. */
    OPENING
}
