package dev.moa.auth.user;

import dev.moa.auth.preference.PreferenceStore;
import dev.moa.auth.preference.Preferences;
import dev.moa.contract.AuthEvents.UserRegistered;
import dev.moa.platform.Ids;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Enters an account with all that belongs to it and tells of it, within the caller's transaction. */
@Singleton
class Newcomers {

    private final AccountStore accounts;
    private final PreferenceStore preferences;
    private final Outbox outbox;
    private final Clock clock;

    Newcomers(AccountStore accounts, PreferenceStore preferences, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** 409 when the user name or the e-mail address is taken. */
    Account enter(NewAccount wanted, String passwordHash, String role) {
        Account account = new Account(
                Ids.next(),
                wanted.username(),
                wanted.email(),
                false,
                wanted.name(),
                passwordHash,
                role,
                permissions(role),
                clock.instant());
        if (!accounts.insert(account, wanted.names())) {
            throw taken(wanted);
        }
        preferences.save(account.accountId(), Preferences.initial(wanted.locale()), clock.instant());
        outbox.append(
                new UserRegistered(account.accountId(), account.username(), role, wanted.locale()),
                account.accountId().toString(),
                account.accountId());
        return account;
    }

    /** Nobody may trade with real money without being granted it, not even the first account. */
    private static List<String> permissions(String role) {
        return role.equals("user") ? List.of("paper_trade") : List.of("paper_trade", "manage_household");
    }

    private Problem taken(NewAccount wanted) {
        return accounts.isUsernameTaken(wanted.names().usernameKey())
                ? Problem.conflict("username_taken", "This user name is taken.")
                : Problem.conflict("email_taken", "This e-mail address has an account already.");
    }
}
