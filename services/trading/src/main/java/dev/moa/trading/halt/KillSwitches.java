package dev.moa.trading.halt;

import dev.moa.domain.risk.RiskState;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.risk.limit.LevelKey;
import dev.moa.trading.risk.limit.RiskStates;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Sets and lifts kill switches. Stored first: from the commit on no entry passes, whatever happens to this process. */
@Singleton
class KillSwitches {
    private final KillSwitchStore store;
    private final RiskStates states;
    private final KillSwitchWork work;
    private final Sql sql;
    private final Clock clock;

    KillSwitches(KillSwitchStore store, RiskStates states, KillSwitchWork work, Sql sql, Clock clock) {
        this.store = store;
        this.states = states;
        this.work = work;
        this.sql = sql;
        this.clock = clock;
    }

    /** May be repeated; the first cause stays. */
    KillSwitchReport set(LevelKey key, String cause, UUID by) {
        sql.inTransaction(() -> {
            if (store.set(key, cause, by, clock.instant())) {
                states.hold(hold(key), RiskState.HALTED, cause, by);
            }
        });
        work.wake();
        return report(key);
    }

    KillSwitchReport lift(LevelKey key, UUID by) {
        sql.inTransaction(() -> {
            store.lift(key, by, clock.instant());
            states.hold(hold(key), RiskState.ACTIVE, "The kill switch was lifted.", by);
        });
        work.wake();
        return report(key);
    }

    private static RiskStates.Hold hold(LevelKey key) {
        return new RiskStates.Hold(key, "", RiskStates.KILL_SWITCH);
    }

    KillSwitchReport report(LevelKey key) {
        return store.latest(key)
                .map(found -> KillSwitchReport.of(found, store.steps(found.id()), store.left(key)))
                .orElseGet(() -> KillSwitchReport.off(key, List.of()));
    }
}
