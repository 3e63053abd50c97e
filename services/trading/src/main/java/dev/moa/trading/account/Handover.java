package dev.moa.trading.account;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.Capabilities;
import dev.moa.broker.ClientOrderIds;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.Transition;
import dev.moa.domain.value.OrderId;
import dev.moa.platform.crash.CrashPoint;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The way out to venues: what is asked there is stored first, under the name that it will have there, and leaves when the
 * transaction has committed. Each attempt is sent once.
 */
@Singleton
public class Handover {
    private final AttemptStore attempts;
    private final Clock clock;
    private final Duration within;

    /** @param within how long an order that its venue refuses for its rate is handed in again */
    Handover(AttemptStore attempts, Clock clock, @Value("${moa.orders.attempts-within:30s}") Duration within) {
        this.attempts = attempts;
        this.clock = clock;
        this.within = within;
    }

    /** Whether a new order may leave now; one that may not waits in PENDING_NEW. */
    public boolean mayLeave(AccountLane lane) {
        return lane.gate() == Gate.OPEN;
    }

    /** Whether the time has come that the venue named, for an order that it refused for its rate. */
    public boolean isDue(AccountLane lane, Order order) {
        return lane.attempt(order.id())
                .map(Attempt::againAt)
                .filter(clock.instant()::isBefore)
                .isEmpty();
    }

    /** Whether an order that was refused for the venue's rate has tried for long enough. */
    public boolean isTooLate(AccountLane lane, Order order) {
        return lane.attempt(order.id())
                .filter(last -> clock.instant().isAfter(last.firstAt().plus(within)))
                .isPresent();
    }

    /**
     * What an event of a venue means here. A refusal for the venue's rate counts for the last attempt only, and is final when
     * the venue wants to wait for longer than we do.
     */
    public Optional<OrderEvent> meaning(AccountLane lane, OrderEvent event) {
        return event instanceof OrderEvent.Deferred deferred
                ? lane.attempt(deferred.orderId())
                        .filter(last -> last.name().equals(deferred.attempt()))
                        .map(last -> deferred.until().isAfter(last.firstAt().plus(within))
                                ? tooLate(deferred.orderId())
                                : deferred)
                : Optional.of(event);
    }

    /** The end of an order that was refused for the venue's rate for too long. */
    public OrderEvent tooLate(OrderId order) {
        return new OrderEvent.Rejected(
                order, clock.instant(), "The venue got too many requests for too long; the order was not taken.");
    }

    /** Hands in an order that became SUBMITTED in this turn. */
    public void submit(LaneTurn turn, Order order) {
        BrokerGateway venue = turn.lane().venue();
        if (!venue.capabilities().keepsBooks()) {
            turn.journal().afterCommit(() -> send(venue, order));
            return;
        }
        Instant now = clock.instant();
        Attempt attempt = turn.lane()
                .attempt(order.id())
                .orElse(new Attempt(0, null, now, null))
                .next(number -> ClientOrderIds.of(attempts.epoch(), order.id(), number));
        String name = attempt.name();
        turn.journal()
                .add(
                        AttemptStore.ADD,
                        order.id().value(),
                        attempt.number(),
                        turn.account().id().value(),
                        name,
                        now);
        turn.lane().attempt(order.id(), attempt);
        boolean knownThere = venue.capabilities().types().contains(order.type());
        Order sent = (knownThere ? order : order.plain()).named(name);
        turn.journal().afterCommit(() -> send(venue, sent));
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

    /** Whether the order sleeps here, because its venue knows no orders of its type. */
    public boolean isKept(AccountLane lane, Order order) {
        return order.status() == OrderStatus.PENDING_NEW
                && order.isAsleep()
                && !lane.venue().capabilities().types().contains(order.type());
    }

    /** Whether the venue lets an order be changed. */
    public boolean mayChange(AccountLane lane) {
        return lane.venue().capabilities().amend() != Capabilities.Amend.NONE;
    }

    /** Asks for other terms. */
    public void amend(LaneTurn turn, Order order, Amendment to) {
        BrokerGateway venue = turn.lane().venue();
        if (turn.lane().gate() != Gate.RECONCILE_ONLY) {
            Order named = turn.lane().named(order);
            turn.journal().afterCommit(() -> {
                venue.amend(named, to);
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

    private static void again(LaneTurn turn, Order order, Instant at) {
        AccountLane lane = turn.lane();
        lane.attempt(order.id()).ifPresent(last -> lane.attempt(order.id(), last.again(at)));
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
        if (transition.event() instanceof OrderEvent.Deferred deferred && order.status() == OrderStatus.PENDING_NEW) {
            turn.journal().add(AttemptStore.DEFER, deferred.until(), order.id().value());
            again(turn, order, deferred.until());
            return;
        }
        again(turn, order, null);
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
