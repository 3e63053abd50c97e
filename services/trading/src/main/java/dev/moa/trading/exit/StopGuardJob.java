package dev.moa.trading.exit;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.order.Order;
import dev.moa.domain.portfolio.Position;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.LaneTurn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/**
 * Finds positions whose stop is missing and restores it. It reads what is stored and what the lane has in memory, each for itself: a
 * stop that only one of them knows is missing.
 */
@Singleton
public class StopGuardJob {
    private final GuardStore store;
    private final AccountLanes lanes;

    StopGuardJob(GuardStore store, AccountLanes lanes) {
        this.store = store;
        this.lanes = lanes;
    }

    @Scheduled(fixedDelay = "5s", initialDelay = "3s")
    public void run() {
        Stream.concat(store.unprotected().stream(), store.wanted().stream())
                .distinct()
                .forEach(found -> lanes.of(found.account()).submit(turn -> {
                    look(turn, found);
                    return null;
                }));
    }

    private void look(LaneTurn turn, GuardStore.Unprotected found) {
        turn.book().positions().stream()
                .filter(position -> position.id().equals(found.position())
                        && position.stopLoss() == null
                        && turn.book().openOrders().stream().noneMatch(order -> protects(order, position)))
                .findFirst()
                .filter(position -> store.wants(position.id()))
                .ifPresent(position -> restore(turn, position.withExits(position.takeProfit(), found.stop())));
    }

    private static boolean protects(Order order, Position position) {
        return order.type().isTriggered()
                && order.side() == position.direction().exit()
                && order.instrument().id().equals(position.instrument().id());
    }

    private static void restore(LaneTurn turn, Position position) {
        turn.book().protect(position);
        BookJournal.position(turn, position);
        turn.journal()
                .tell(
                        new TradingEvents.OrderAlarm(
                                position.id().value(),
                                turn.account().id().value(),
                                position.instrument().id().toString(),
                                "RESTORED",
                                "The stop of a position was missing and was restored at " + position.stopLoss() + ".",
                                turn.account().mode()),
                        position.id().value());
        turn.journal().afterCommit(() -> CrashPoint.at("CP28"));
    }
}
