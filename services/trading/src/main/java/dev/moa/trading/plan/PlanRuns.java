package dev.moa.trading.plan;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.PlanId;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderStore;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** The plans at work, remembered as long as the book of their lane: after a failure both are read from the database again. */
@Singleton
final class PlanRuns {
    private final PlanStore store;
    private final OrderStore orders;
    private final Map<Portfolio, Map<PlanId, PlanRun>> known = Collections.synchronizedMap(new WeakHashMap<>());

    PlanRuns(PlanStore store, OrderStore orders) {
        this.store = store;
        this.orders = orders;
    }

    Optional<PlanRun> find(LaneTurn turn, PlanId id) {
        Map<PlanId, PlanRun> ofLane = of(turn);
        PlanRun run = ofLane.get(id);
        if (run == null) {
            run = store.find(id)
                    .filter(owned -> owned.account().equals(turn.account().id()))
                    .map(owned -> read(turn, owned))
                    .orElse(null);
            if (run != null) {
                ofLane.put(id, run);
            }
        }
        return Optional.ofNullable(run);
    }

    private PlanRun read(LaneTurn turn, PlanStore.Owned owned) {
        PlanRun run = new PlanRun(owned.plan(), owned.clientOrderId());
        orders.ofPlan(run.id())
                .forEach(stored -> run.know(turn.journal().order(stored.id()).orElse(stored)));
        return run;
    }

    void add(LaneTurn turn, PlanRun run) {
        of(turn).put(run.id(), run);
    }

    private Map<PlanId, PlanRun> of(LaneTurn turn) {
        return known.computeIfAbsent(turn.book(), _ -> new HashMap<>());
    }
}
