package dev.moa.trading.account;

import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface AccountStore {
    List<Account> all();

    List<Account> ofUser(UUID userId);

    Optional<Account> find(AccountId id);

    /** The person's paper purse, made with this money when there is none yet; the same one when two ask at once. */
    Account ensurePaper(Account wanted, List<Money> purse);

    void add(Account account, Connected connected, List<Money> purse);

    /** Whether a person must look before anything is sent again. */
    boolean isReconcileOnly(AccountId id);

    /** A person has looked. */
    void activate(AccountId id);

    /** Sealed; null when the account has none. */
    byte[] credentials(AccountId id);

    /** Takes the account over: whoever had an earlier number may not write any more. */
    long takeOver(AccountId id);

    /** Whether this is still the number of the last take-over; keeps others from taking over until the commit. */
    boolean holds(AccountId id, long epoch);
}
