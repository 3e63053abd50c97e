package dev.moa.auth.user;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Looking up people. */
@Singleton
public class Profiles {

    private final AccountStore accounts;

    Profiles(AccountStore accounts) {
        this.accounts = accounts;
    }

    public Optional<Account> find(UUID accountId) {
        return accounts.find(accountId);
    }

    Account of(Caller caller) {
        return find(caller.userId()).orElseThrow(Problem::notFound);
    }
}
