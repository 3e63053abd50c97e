package dev.moa.trading.order;

import dev.moa.domain.value.OrderId;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.Gate;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands orders in again that their venue refused for its rate, when the time has come that it named. */
@Singleton
class SecondAttemptJob {
    private final AccountLanes lanes;
    private final OrderProgress progress;
    private final Clock clock;

    SecondAttemptJob(AccountLanes lanes, OrderProgress progress, Clock clock) {
        this.lanes = lanes;
        this.progress = progress;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "200ms")
    void run() {
        for (AccountLane lane : lanes.real()) {
            if (lane.gate() == Gate.OPEN) {
                lane.due(clock.instant()).forEach(id -> again(lane, id));
            }
        }
    }

    private void again(AccountLane lane, OrderId id) {
        lane.submit(turn -> {
            turn.book().openOrder(id).ifPresent(order -> progress.resume(lane, order));
            return null;
        });
    }
}
