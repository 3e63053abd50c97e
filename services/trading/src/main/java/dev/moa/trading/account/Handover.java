package dev.moa.trading.account;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.ClientOrderIds;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.Transition;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.platform.crash.CrashPoint;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The way out to venues: what is asked there is stored first, under the name that it will have there, and leaves when the
 * transaction has committed. Each is sent once.
 */
@Singleton
public class Handover {
    private static final int FIRST = 1;

    private final AttemptStore attempts;
    private final Clock clock;

    Handover(AttemptStore attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Whether a new order may leave now; one that may not waits in PENDING_NEW. */
    public boolean mayLeave(AccountLane lane) {
        return lane.gate() == Gate.OPEN;
    }

    /** Hands in an order that became SUBMITTED in this turn. */
    public void submit(LaneTurn turn, Order order) {
        BrokerGateway venue = turn.lane().venue();
        if (!venue.capabilities().keepsBooks()) {
            turn.journal().afterCommit(() -> send(venue, order));
            return;
        }
        String name = ClientOrderIds.of(attempts.epoch(), order.id(), FIRST);
        turn.journal()
                .add(
                        AttemptStore.ADD,
                        order.id().value(),
                        FIRST,
                        turn.account().id().value(),
                        name,
                        clock.instant());
        turn.lane().name(order.id(), name);
        turn.journal().afterCommit(() -> send(venue, order.named(name)));
    }

    private static void send(BrokerGateway venue, Order order) {
        CrashPoint.at("CP05");
        venue.submit(order);
        CrashPoint.at("CP06");
    }

    /** Asks for the end of an order that is PENDING_CANCEL, or, by its name alone, of one that is UNKNOWN. */
    public void cancel(LaneTurn turn, Order order) {
        BrokerGateway venue = turn.lane().venue();
        boolean nameless = order.venueOrderId() == null
                && !venue.capabilities().clientIds().carried();
        if (!nameless && turn.lane().gate() != Gate.RECONCILE_ONLY) {
            Order named = turn.lane().named(order);
            turn.journal().afterCommit(() -> {
                CrashPoint.at("CP15");
                venue.cancel(named);
                CrashPoint.at("CP16");
            });
        }
    }

    /** Asks for other terms; null keeps the old one. */
    public void amend(LaneTurn turn, Order order, Price price, Quantity quantity) {
        BrokerGateway venue = turn.lane().venue();
        if (turn.lane().gate() != Gate.RECONCILE_ONLY) {
            Order named = turn.lane().named(order);
            turn.journal().afterCommit(() -> {
                venue.amend(named, price, quantity);
                CrashPoint.at("CP17");
            });
        }
    }

    /**
     * Stores the wish to cancel an order of which nobody knows what became: it becomes a request when the order is found, so
     * that it never leaves UNKNOWN by being cancelled. True when the wish was stored and nothing else is to be done.
     */
    public boolean wishToCancel(LaneTurn turn, Order order, String cause) {
        boolean lost = order.status() == OrderStatus.UNKNOWN
                && turn.lane().venue().capabilities().keepsBooks();
        if (lost) {
            turn.journal()
                    .add(
                            AttemptStore.WISH,
                            order.id().value(),
                            turn.account().id().value(),
                            cause,
                            clock.instant());
            cancel(turn, order);
        }
        return lost;
    }

    /** The wish has become a request. */
    public void wishGranted(LaneTurn turn, Order order) {
        turn.journal().add(AttemptStore.FORGET_WISH, order.id().value());
    }

    /** Remembers a number that a venue gave an order. */
    public void number(LaneTurn turn, Order order, String number) {
        turn.journal()
                .add(
                        AttemptStore.NUMBER,
                        turn.account().id().value(),
                        number,
                        order.id().value());
    }

    /** Writes what a transition says about the attempt and the numbers of its order. */
    public void follow(LaneTurn turn, Transition transition) {
        if (!turn.lane().venue().capabilities().keepsBooks()) {
            return;
        }
        Order order = transition.order();
        String number = order.venueOrderId();
        if (number != null && !number.equals(transition.before().venueOrderId())) {
            number(turn, order, number);
        }
        OrderStatus before = transition.before().status();
        if (transition.moved() && (before == OrderStatus.SUBMITTED || before == OrderStatus.UNKNOWN)) {
            String state = switch (order.status()) {
                case UNKNOWN, PENDING_CANCEL -> "UNKNOWN";
                case REJECTED -> "NOT_PLACED";
                default -> "TAKEN";
            };
            turn.journal().add(AttemptStore.MOVE, state, order.id().value());
        }
    }
}
