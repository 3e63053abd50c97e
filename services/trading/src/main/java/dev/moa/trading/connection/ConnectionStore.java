package dev.moa.trading.connection;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people know and set about their accounts, and in which mode they trade. */
interface ConnectionStore {
    List<AccountView> list(UUID userId);

    Optional<AccountView> find(UUID userId, AccountId account);

    /** What the account's row says of its limits. */
    Map<String, Object> limits(AccountId account);

    void change(AccountId account, String label, String limits);

    void delete(AccountId account, Instant at);

    boolean hasOpenOrders(AccountId account);

    void tested(AccountId account, boolean passed, Instant at);

    boolean isTested(AccountId account);

    boolean isQuarantined(AccountId account, InstrumentId instrument);

    /** PAPER for who never chose. */
    String mode(UUID userId);

    /** Answers when it counts as changed: now, but always after the person's last change. */
    Instant mode(UUID userId, String mode, Instant at);

    boolean hasLimits(UUID userId);
}
