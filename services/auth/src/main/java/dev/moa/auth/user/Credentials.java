package dev.moa.auth.user;

import dev.moa.auth.password.Passwords;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Name and password. */
@Singleton
public class Credentials {

    private final AccountStore accounts;
    private final Passwords passwords;

    Credentials(AccountStore accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** The one form of a typed user name or e-mail address, by which tries are counted too. */
    public static String key(String login) {
        return Names.key(login);
    }

    /** The account with this user name (or e-mail address) and password. A hash with old parameters is made anew. */
    public Optional<Account> check(String login, String password) {
        Optional<Account> found = accounts.findByLogin(key(login));
        if (!passwords.matches(password, found.map(Account::passwordHash))) {
            return Optional.empty();
        }
        found.filter(account -> passwords.isOutdated(account.passwordHash()))
                .ifPresent(account -> accounts.setPasswordHash(account.accountId(), passwords.hash(password)));
        return found;
    }
}
