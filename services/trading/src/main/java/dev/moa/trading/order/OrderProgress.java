package dev.moa.trading.order;

import dev.moa.broker.paper.PaperGateway;
import dev.moa.broker.reconciliation.Reconciler;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.Outcome;
import dev.moa.domain.order.Transition;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.simulation.Meeting;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.Handover;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.account.OpenOrders;
import dev.moa.trading.household.MeetingStore;
import dev.moa.trading.risk.FillWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves orders on: everything that happens to one goes through its state machine, into the book and to the outbox. */
@Singleton
public class OrderProgress implements OpenOrders {
    private static final Logger LOG = LoggerFactory.getLogger(OrderProgress.class);

    private final OrderStore store;
    private final OrderRecorder recorder;
    private final MeetingStore meetings;
    private final FillWatch fills;
    private final Clock clock;
    private final Handover handover;
    private final Counter alarms;
    private OrderFollower follower = (turn, order) -> {};

    OrderProgress(
            OrderStore store,
            OrderRecorder recorder,
            MeetingStore meetings,
            FillWatch fills,
            Handover handover,
            Clock clock,
            MeterRegistry meters) {
        this.handover = handover;
        this.store = store;
        this.recorder = recorder;
        this.meetings = meetings;
        this.fills = fills;
        this.clock = clock;
        this.alarms = meters.counter("moa_order_alarms_total");
    }

    /** Who is told of every change of an order that is a part of a plan; before the first lane opens. */
    public void followedBy(OrderFollower plans) {
        follower = plans;
    }

    @Override
    public List<Order> openOrders(AccountId account) {
        return store.open(account);
    }

    @Override
    public void told(AccountLane lane, OrderEvent event) {
        boolean answer = event instanceof OrderEvent.Accepted
                || event instanceof OrderEvent.Rejected
                || event instanceof OrderEvent.Deferred;
        CrashPoint.at(answer ? "CP07" : "CP13");
        lane.follow(turn -> {
            Optional<Order> order = turn.book().openOrder(event.orderId()).or(() -> store.find(event.orderId()));
            if (order.filter(known -> Reconciler.leftToLists(known, event)).isEmpty()) {
                handover.meaning(lane, event).ifPresent(meant -> apply(turn, meant));
            }
            return null;
        });
    }

    @Override
    public void opened(LaneTurn turn) {
        bookMeetings(turn);
    }

    /** What resting orders of this account traded with other accounts, and is not booked yet. */
    void bookMeetings(LaneTurn turn) {
        for (Meeting meeting : meetings.book(turn.account().id(), clock.instant())) {
            CrashPoint.at("CP14");
            Order order = turn.book()
                    .openOrder(meeting.maker())
                    .or(() -> turn.journal().order(meeting.maker()))
                    .or(() -> store.find(meeting.maker()))
                    .orElseThrow();
            Order booked = apply(turn, meeting.makerFilled(order, clock.instant()));
            if (turn.lane().venue() instanceof PaperGateway paper) {
                paper.settled(booked).forEach(event -> apply(turn, event));
            }
        }
    }

    /** SUBMITTED is committed before the first byte leaves. */
    @Override
    public void resume(AccountLane lane, Order unsent) {
        lane.follow(turn -> {
            Optional<Order> order = turn.book()
                    .openOrder(unsent.id())
                    .filter(open -> open.status() == OrderStatus.PENDING_NEW && handover.mayLeave(lane))
                    .filter(open -> !handover.isKept(lane, open) && handover.isDue(lane, open));
            order.ifPresent(waiting -> {
                if (handover.isTooLate(lane, waiting)) {
                    apply(turn, handover.tooLate(waiting.id()));
                    return;
                }
                apply(turn, submitted(waiting));
                turn.book().openOrder(waiting.id()).ifPresent(sent -> handover.submit(turn, sent));
                CrashPoint.at("CP04");
            });
            return null;
        });
    }

    /** Inside a task of the lane: stores the wish and passes it on; true when there was an open order to cancel. */
    public boolean cancel(LaneTurn turn, OrderId id) {
        return cancel(turn, id, "Cancelled by its owner.");
    }

    boolean cancel(LaneTurn turn, OrderId id, String cause) {
        Optional<Order> open = turn.book().openOrder(id);
        open.ifPresent(order -> {
            if (handover.wishToCancel(turn, order, cause)) {
                return;
            }
            apply(turn, cancelRequested(order, cause));
            turn.book()
                    .openOrder(id)
                    .filter(asked -> asked.status() == OrderStatus.PENDING_CANCEL)
                    .ifPresent(asked -> handover.cancel(turn, asked));
        });
        return open.isPresent();
    }

    OrderEvent submitted(Order order) {
        return new OrderEvent.Submitted(order.id(), clock.instant(), "Handed to the venue.");
    }

    OrderEvent cancelRequested(Order order, String cause) {
        return new OrderEvent.CancelRequested(order.id(), clock.instant(), cause);
    }

    /** Answers the order as it is now, null for one that nobody knows. */
    Order apply(LaneTurn turn, OrderEvent event) {
        Optional<Order> order = known(turn, event);
        if (order.isEmpty()) {
            alarm("an event about an order nobody knows: " + event);
            return null;
        }
        return apply(turn, order.get(), event);
    }

    private Optional<Order> known(LaneTurn turn, OrderEvent event) {
        return turn.book()
                .openOrder(event.orderId())
                .or(() -> turn.journal().order(event.orderId()))
                .or(() -> store.find(event.orderId()));
    }

    /** The same for an order that the caller has at hand, as it is now. */
    Order apply(LaneTurn turn, Order order, OrderEvent event) {
        Portfolio book = turn.book();
        BigDecimal before = realized(book, order);
        Transition transition = order.apply(event);
        if (transition.alarm()) {
            alarm(transition.outcome() + " " + event);
            recorder.alarm(turn, transition.order(), event.getClass().getSimpleName() + ": " + event.cause());
        }
        if (transition.changed()) {
            PortfolioChange change = book.apply(transition);
            recorder.changed(turn, change, before);
            fills.booked(turn.risk(), change, OrderRecorder.realized(change).subtract(before));
            handover.follow(turn, transition);
            if (transition.fill() != null) {
                turn.journal().afterCommit(() -> CrashPoint.at("CP14"));
            }
        } else if (transition.outcome() == Outcome.ERROR) {
            recorder.odd(turn, transition);
        }
        if (transition.changed() && (transition.order().leg() != null || transition.fill() != null)) {
            follower.changed(turn, transition.order());
        }
        return transition.order();
    }

    private static BigDecimal realized(Portfolio book, Order order) {
        return book.position(order.instrument().id()).map(Position::realized).orElse(BigDecimal.ZERO);
    }

    private void alarm(String what) {
        alarms.increment();
        LOG.error("alarm: {}", what);
    }
}
