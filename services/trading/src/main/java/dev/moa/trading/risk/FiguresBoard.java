package dev.moa.trading.risk;

import dev.moa.domain.value.AccountId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where each lane puts its figures, and looks up those of the others: no lock between lanes. A lane that accepts an
 * order puts its own figures there before it looks at the next one, so a limit over several accounts can be exceeded
 * by at most one order for each other lane that decides at the very same moment.
 */
@Singleton
class FiguresBoard {
    private final Map<AccountId, AccountFigures.Snapshot> figures = new ConcurrentHashMap<>();

    void put(AccountFigures.Snapshot one) {
        figures.put(one.account(), one);
    }

    Optional<AccountFigures.Snapshot> of(AccountId account) {
        return Optional.ofNullable(figures.get(account));
    }

    Collection<AccountFigures.Snapshot> all() {
        return figures.values();
    }

    /** @param userId null for everybody */
    List<AccountFigures.Snapshot> of(UUID userId, String mode) {
        return figures.values().stream()
                .filter(one -> one.mode().equals(mode)
                        && (userId == null || one.userId().equals(userId)))
                .toList();
    }
}
