package dev.moa.trading.account;

import dev.moa.domain.value.AccountId;

/** Who may send for an account: at most one process at a time, for as long as its connection to the database lives. */
interface LeaseStore {
    /** Takes the account for this process; false while another has it. */
    boolean take(AccountId account);

    /** Whether this process still has it. */
    boolean holds(AccountId account);

    void release(AccountId account);
}
