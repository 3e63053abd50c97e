package dev.moa.trading.order;

import dev.moa.broker.paper.PaperGateway;
import dev.moa.domain.order.Order;
import dev.moa.domain.value.AccountId;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Ends orders whose time is over also while no price moves. A real venue ends its orders itself. */
@Singleton
class ExpiryJob {
    private final OrderStore store;
    private final AccountLanes lanes;
    private final OrderPlacement placement;
    private final Clock clock;

    ExpiryJob(OrderStore store, AccountLanes lanes, OrderPlacement placement, Clock clock) {
        this.store = store;
        this.lanes = lanes;
        this.placement = placement;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1s")
    void run() {
        for (AccountId account : store.withOverdue(clock.instant())) {
            lanes.of(account).submit(turn -> {
                expire(turn, clock.instant());
                return null;
            });
        }
    }

    private void expire(LaneTurn turn, Instant now) {
        if (turn.lane().venue() instanceof PaperGateway) {
            List<Order> over = turn.book().openOrders().stream()
                    .filter(order -> order.isOver(now))
                    .toList();
            LaneDesk desk = placement.desk(turn);
            over.forEach(desk::expire);
        }
    }
}
