package dev.moa.trading.order;

import dev.moa.domain.value.AccountId;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.risk.RiskDesk;
import dev.moa.trading.risk.RiskMemory;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Has every account measured at start and after it changed, so that levels of several accounts add up what is true. */
@Singleton
class RiskWatch {
    private final AccountLanes lanes;
    private final RiskDesk risk;
    private final RiskMemory memory;

    RiskWatch(AccountLanes lanes, RiskDesk risk, RiskMemory memory) {
        this.lanes = lanes;
        this.risk = risk;
        this.memory = memory;
    }

    @EventListener
    @Order(50)
    void begin(StartupEvent event) {
        lanes.open().forEach(this::measure);
    }

    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    void measureChanged() {
        for (AccountId account : memory.stale()) {
            measure(lanes.of(account));
        }
    }

    private void measure(AccountLane lane) {
        lane.submit(turn -> {
            risk.measure(turn.risk(), true);
            return null;
        });
    }
}
