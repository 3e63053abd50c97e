package dev.moa.auth.user;

import dev.moa.auth.invite.Invite;
import dev.moa.auth.password.PasswordPolicy;
import dev.moa.auth.password.Passwords;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Making accounts. The first of an installation is its super_admin; later ones must be admitted. */
@Singleton
class Registration {

    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final Admission admission;
    private final AccountStore accounts;
    private final Newcomers newcomers;
    private final Sql sql;
    /** The database has a lock of its own; waiting here costs no connection. */
    private final ReentrantLock oneByOne = new ReentrantLock();

    private final ReentrantLock first = new ReentrantLock();

    Registration(
            PasswordPolicy policy,
            Passwords passwords,
            Admission admission,
            AccountStore accounts,
            Newcomers newcomers,
            Sql sql) {
        this.policy = policy;
        this.passwords = passwords;
        this.admission = admission;
        this.accounts = accounts;
        this.newcomers = newcomers;
        this.sql = sql;
    }

    boolean needsFirstAccount() {
        return accounts.isEmpty();
    }

    String mode() {
        return admission.mode();
    }

    /**
     * Strangers are turned away before anything costly and before they learn which names are taken; in the
     * transaction, with all other registrations waiting, everything is looked at once more.
     */
    Account register(RegisterRequest typed) {
        NewAccount wanted = NewAccount.of(typed, policy);
        Optional<Account> made = accounts.isEmpty() ? registerFirst(wanted, typed.inviteCode()) : Optional.empty();
        return made.orElseGet(() -> {
            admission.admit(typed.inviteCode(), wanted.names().emailKey());
            return enterWith(wanted, typed.inviteCode(), passwords.hash(wanted.password()));
        });
    }

    /** Of many who want to be the first, one at a time is hashed for; the others find that there is a first one. */
    private Optional<Account> registerFirst(NewAccount wanted, String code) {
        first.lock();
        try {
            return accounts.isEmpty()
                    ? Optional.of(enterWith(wanted, code, passwords.hash(wanted.password())))
                    : Optional.empty();
        } finally {
            first.unlock();
        }
    }

    private Account enterWith(NewAccount wanted, String code, String hash) {
        oneByOne.lock();
        try {
            return sql.inTransaction(() -> enter(wanted, code, hash));
        } finally {
            oneByOne.unlock();
        }
    }

    private Account enter(NewAccount wanted, String code, String hash) {
        accounts.lockRegistration();
        if (accounts.isEmpty()) {
            return newcomers.enter(wanted, hash, "super_admin");
        }
        Optional<Invite> invite = admission.admit(code, wanted.names().emailKey());
        Account account = newcomers.enter(wanted, hash, invite.map(Invite::role).orElse("user"));
        invite.ifPresent(used -> admission.use(used, account.accountId()));
        return account;
    }
}
