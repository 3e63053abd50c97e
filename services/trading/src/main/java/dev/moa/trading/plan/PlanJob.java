package dev.moa.trading.plan;

import dev.moa.trading.account.AccountLanes;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks after every open plan: what is due by time, and what was refused before and may be taken now. */
@Singleton
class PlanJob {
    private final PlanStore store;
    private final Plans plans;
    private final AccountLanes lanes;

    PlanJob(PlanStore store, Plans plans, AccountLanes lanes) {
        this.store = store;
        this.plans = plans;
        this.lanes = lanes;
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "1s")
    void run() {
        for (PlanStore.Owned owned : store.open()) {
            lanes.of(owned.account()).submit(turn -> {
                plans.look(turn, owned.plan().id());
                return null;
            });
        }
    }
}
