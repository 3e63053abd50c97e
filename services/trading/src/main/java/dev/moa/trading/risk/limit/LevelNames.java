package dev.moa.trading.risk.limit;

import dev.moa.domain.value.AccountId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What levels there are, for those who list them. */
@Singleton
public class LevelNames {
    private final LimitStore store;

    LevelNames(LimitStore store) {
        this.store = store;
    }

    /** The accounts and strategies of a person by name. */
    public Map<LevelKey, String> of(UUID userId) {
        return store.levelsOf(userId);
    }

    /** The account that a strategy trades on. */
    public Optional<AccountId> accountOf(LevelKey strategy) {
        return store.accountOf(strategy.subject()).map(AccountId::new);
    }

    /** Everybody who has an account. */
    public List<UUID> people() {
        return store.people();
    }
}
