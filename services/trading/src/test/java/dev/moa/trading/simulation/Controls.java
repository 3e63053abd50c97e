package dev.moa.trading.simulation;

/** Mistakes put in on purpose: a simulation that does not notice them is worth nothing. */
record Controls(boolean resendOnTimeOut, boolean inboxRemoved, boolean answerBeforeCommit) {
    static final Controls NONE = new Controls(false, false, false);
    static final Controls RESEND = new Controls(true, false, false);
    static final Controls NO_INBOX = new Controls(false, true, false);
    static final Controls HASTY_ANSWER = new Controls(false, false, true);
}
