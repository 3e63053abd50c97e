package dev.moa.trading.risk.limit;

import dev.moa.trading.risk.limit.RiskStates.Held;
import java.util.List;
import java.util.Optional;

interface StateStore {
    List<Held> all();

    Optional<Held> find(RiskStates.Hold hold);

    /** Whether it was new or another state. */
    boolean put(Held held);

    boolean remove(RiskStates.Hold hold);
}
