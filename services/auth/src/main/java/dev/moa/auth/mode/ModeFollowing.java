package dev.moa.auth.mode;

import dev.moa.contract.Fact;
import dev.moa.contract.TradingEvents.TradingModeChanged;
import dev.moa.platform.outbox.FactHandler;
import dev.moa.platform.outbox.Received;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;

/** Keeps what trading tells of people's modes; the youngest change counts, in whatever order they arrive. */
@Singleton
class ModeFollowing implements FactHandler {

    private final ModeStore store;

    ModeFollowing(ModeStore store) {
        this.store = store;
    }

    @Override
    public String queue() {
        return "mode";
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(TradingModeChanged.class);
    }

    @Override
    public void handle(Received<?> received) {
        TradingModeChanged change = (TradingModeChanged) received.fact();
        Instant at = change.changedAt() == null ? received.envelope().time() : change.changedAt();
        store.keep(change.userId(), change.mode(), at);
    }
}
