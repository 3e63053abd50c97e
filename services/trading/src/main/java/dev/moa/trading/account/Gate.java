package dev.moa.trading.account;

/** What may leave for the venue of an account now. */
public enum Gate {
    /** Everything. */
    OPEN,
    /** Not yet compared with its broker since it was opened: no new order; what lowers risk may go. */
    COMPARING,
    /** After a restored backup: nothing at all, until a person has looked and said so. */
    RECONCILE_ONLY
}
