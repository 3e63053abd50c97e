package dev.moa.auth.user;

import java.util.Optional;
import java.util.UUID;

interface AccountStore {

    /** Makes every other registration wait until this transaction ends. */
    void lockRegistration();

    boolean isEmpty();

    /** False when the user name or the e-mail address is taken. */
    boolean insert(Account account, Names names);

    boolean isUsernameTaken(String usernameKey);

    Optional<Account> find(UUID accountId);

    /** By user name or e-mail address, both in their compared form. */
    Optional<Account> findByLogin(String key);

    void setPasswordHash(UUID accountId, String hash);
}
