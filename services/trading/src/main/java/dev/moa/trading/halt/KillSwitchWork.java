package dev.moa.trading.halt;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.risk.limit.RiskNews;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels and closes for every kill switch that is on, until nothing is left. It remembers nothing: each pass reads what
 * is stored, so that a restart in the middle goes on, and a switch set by {@code ./moa halt} is found within a second.
 */
@Singleton
class KillSwitchWork {
    private static final Logger LOG = LoggerFactory.getLogger(KillSwitchWork.class);
    /** Cancelling makes room for closing: most accounts are done after the second look. */
    private static final int LOOKS = 3;
    /** A late fill may open something again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final KillSwitchStore store;
    private final AccountLanes lanes;
    private final AccountClearing clearing;
    private final RiskNews news;
    private final Sql sql;
    private final Clock clock;

    KillSwitchWork(
            KillSwitchStore store, AccountLanes lanes, AccountClearing clearing, RiskNews news, Sql sql, Clock clock) {
        this.store = store;
        this.lanes = lanes;
        this.clearing = clearing;
        this.news = news;
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins at once; nobody waits for it. */
    void wake() {
        Thread.startVirtualThread(this::pass);
    }

    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    synchronized void pass() {
        try {
            store.untold().forEach(this::tell);
            store.on().forEach(this::work);
        } catch (DependencyAway away) {
            LOG.warn("the kill switch goes on when {} is back", away.detail());
        }
    }

    private void tell(KillSwitch one) {
        String step = one.isOn() ? "SET" : "LIFTED";
        sql.inTransaction(() -> {
            if (store.tell(one.id(), one.told(), step)) {
                news.tell(one.key(), fact(one, step, 0, 0));
            }
        });
    }

    private void work(KillSwitch one) {
        Map<Object, AccountStep> before =
                store.steps(one.id()).stream().collect(Collectors.toMap(AccountStep::account, Function.identity()));
        List<AccountStep> now = lanes.open().stream()
                .filter(lane -> one.key().level() == RiskLevel.HOUSEHOLD
                        || lane.account().userId().equals(one.key().subject()))
                .map(lane -> step(one, lane, before.get(lane.account().id())))
                .toList();
        boolean done = now.stream().allMatch(AccountStep::isDone);
        if (done != (one.settledAt() != null)) {
            sql.inTransaction(() -> {
                if (store.settle(one.id(), done ? clock.instant() : null) && done) {
                    news.tell(one.key(), fact(one, "DONE", 0, 0));
                }
            });
        }
    }

    private AccountStep step(KillSwitch one, AccountLane lane, AccountStep before) {
        if (before != null
                && before.isDone()
                && clock.instant().isBefore(before.updatedAt().plus(LOOK_AGAIN))) {
            return before;
        }
        AccountStep now = look(lane);
        for (int looks = 1; looks < LOOKS && !now.isDone() && now.failures().isEmpty(); looks++) {
            now = look(lane);
        }
        if (before == null || !same(before, now) || now.isDone()) {
            store.step(one.id(), now);
        }
        return now;
    }

    private static boolean same(AccountStep before, AccountStep now) {
        return before.step().equals(now.step())
                && before.openOrders() == now.openOrders()
                && before.positions() == now.positions()
                && before.failures().equals(now.failures());
    }

    private AccountStep look(AccountLane lane) {
        try {
            AccountClearing.Left left = lane.call(clearing::pass);
            String step = left.isNothing() ? "DONE" : left.openOrders() > 0 ? "CANCELLING" : "FLATTENING";
            return new AccountStep(
                    lane.account().id(), step, left.openOrders(), left.positions(), left.failures(), clock.instant());
        } catch (RuntimeException unreachable) {
            LOG.warn(
                    "the kill switch does not reach account {}: {}",
                    lane.account().id(),
                    unreachable.toString());
            return new AccountStep(
                    lane.account().id(),
                    "CANCELLING",
                    0,
                    0,
                    List.of("The account cannot be worked on now; it is tried again."),
                    clock.instant());
        }
    }

    private static TradingEvents.KillSwitchChanged fact(KillSwitch one, String step, int orders, int positions) {
        return new TradingEvents.KillSwitchChanged(
                one.id(),
                one.key().level().word(),
                one.key().subject(),
                step,
                one.cause(),
                orders,
                positions,
                one.by());
    }
}
