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
    /** What the state took. */
    TAXES,
    /** What holders of futures pay each other. */
    FUNDING,
    /** Where liquidated positions leave what the venue keeps. */
    INSURANCE,
    /** Traded and not yet settled: beside cash, which counts a trade from its day on. */
    UNSETTLED,
    /** The other side of what is not settled. */
    CLEARING,
    /** Where money comes from and goes to: deposits, withdrawals, the purse of a new paper account. */
    OPENING
}
