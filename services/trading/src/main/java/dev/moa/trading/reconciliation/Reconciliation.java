package dev.moa.trading.reconciliation;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.reconciliation.Reconciler;
import dev.moa.broker.reconciliation.VenueReader;
import dev.moa.broker.reconciliation.VenueState;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderStatus;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.Gate;
import dev.moa.trading.account.Handover;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderCorrections;
import dev.moa.trading.risk.RiskDesk;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Compares one account with its broker: asks outside its lane, corrects inside one turn of it. */
@Singleton
class Reconciliation {
    private final AccountLanes lanes;
    private final OrderCorrections orders;
    private final Handover handover;
    private final RiskDesk risk;
    private final ReconciliationStore store;
    private final Clock clock;

    Reconciliation(
            AccountLanes lanes,
            OrderCorrections orders,
            Handover handover,
            RiskDesk risk,
            ReconciliationStore store,
            Clock clock) {
        this.risk = risk;
        this.lanes = lanes;
        this.orders = orders;
        this.handover = handover;
        this.store = store;
        this.clock = clock;
    }

    private record Ours(BrokerGateway gateway, long doubts, List<Order> open, ReconciliationStore.Compared compared) {}

    /** Blocks. Whatever fails leaves everything as it was; the account is tried again. */
    void compare(AccountLane lane, AccountWatch watch, boolean withBooks) {
        watch.tries(clock.instant());
        Ours ours = lane.call(this::ours);
        boolean opening = ours.compared() == null;
        boolean everything = withBooks || opening || !watch.isCompared(ours.gateway());
        VenueState venue = ask(ours, everything);
        CrashPoint.at("CP18");
        Reconciler.Outcome outcome = lane.call(turn -> correct(turn, watch, ours, venue, opening));
        if (outcome != null) {
            watch.done(ours.gateway(), ours.doubts(), everything, outcome.watching(), clock.instant());
        }
    }

    private Ours ours(LaneTurn turn) {
        BrokerGateway gateway = turn.lane().venue();
        return new Ours(
                gateway,
                gateway.link().doubts(),
                turn.book().openOrders().stream()
                        .filter(order -> order.status() != OrderStatus.PENDING_NEW)
                        .map(turn.lane()::named)
                        .toList(),
                store.compared(turn.account().id()).orElse(null));
    }

    private VenueState ask(Ours ours, boolean everything) {
        Instant begin = clock.instant().minus(ours.gateway().capabilities().engineTimeout());
        Instant ordersFrom = ours.compared() == null ? begin : ours.compared().ordersTo();
        Instant booksFrom = ours.compared() == null ? begin : ours.compared().booksTo();
        return new VenueReader(ours.gateway(), clock)
                .read(new VenueReader.Question(ours.open(), ordersFrom, everything ? booksFrom : null));
    }

    /** Null when the account was opened anew meanwhile: then what was read belongs to another time. */
    private Reconciler.Outcome correct(
            LaneTurn turn, AccountWatch watch, Ours ours, VenueState venue, boolean opening) {
        if (turn.lane().venue() != ours.gateway()) {
            return null;
        }
        Instant now = clock.instant();
        var books = new LaneBooks(turn, orders, handover, risk, store, now);
        Reconciler.Outcome outcome = watch.reconciler.compare(books, venue, now, opening, turn.lane()::named);
        CrashPoint.at("CP19");
        boolean withBooks = venue.movements() != null;
        // A list that was cut has not shown everything: the next reading begins where this one did.
        Instant to = venue.fills().complete() || opening
                ? venue.account().at()
                : ours.compared().ordersTo();
        turn.journal()
                .set(
                        ReconciliationStore.COMPARED,
                        "compared",
                        turn.account().id().value(),
                        to,
                        withBooks ? venue.account().at() : ours.compared().booksTo(),
                        now,
                        withBooks ? now : ours.compared().booksAt());
        Gate gate = lanes.isReconcileOnly(turn.account().id()) ? Gate.RECONCILE_ONLY : Gate.OPEN;
        if (turn.lane().gate() != gate) {
            turn.journal().afterCommit(() -> turn.lane().gate(gate));
        }
        return outcome;
    }
}
