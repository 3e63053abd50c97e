package dev.moa.trading.risk.limit;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.platform.outbox.Outbox;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Tells a change to those it concerns: the owner of the level, for the household everybody. */
@Singleton
public class RiskNews {
    private final Outbox outbox;
    private final LimitStore store;

    RiskNews(Outbox outbox, LimitStore store) {
        this.outbox = outbox;
        this.store = store;
    }

    /** Part of the running transaction. */
    public void tell(LevelKey key, TradingEvents fact) {
        for (UUID person : concerned(key)) {
            outbox.append(fact, key.subject().toString(), person);
        }
    }

    private List<UUID> concerned(LevelKey key) {
        return key.level() == RiskLevel.USER
                ? List.of(key.subject())
                : key.level() == RiskLevel.HOUSEHOLD
                        ? store.people()
                        : store.owner(key).map(List::of).orElse(List.of());
    }
}
