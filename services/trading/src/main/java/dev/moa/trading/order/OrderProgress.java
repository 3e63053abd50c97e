package dev.moa.trading.order;

import dev.moa.broker.reconciliation.Reconciler;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.Outcome;
import dev.moa.domain.order.Transition;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.Handover;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.account.OpenOrders;
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
class OrderProgress implements OpenOrders {
    private static final Logger LOG = LoggerFactory.getLogger(OrderProgress.class);

    private final OrderStore store;
    private final OrderRecorder recorder;
    private final Clock clock;
    private final Handover handover;
    private final Counter alarms;

    OrderProgress(OrderStore store, OrderRecorder recorder, Handover handover, Clock clock, MeterRegistry meters) {
        this.handover = handover;
        this.store = store;
        this.recorder = recorder;
        this.clock = clock;
        this.alarms = meters.counter("moa_order_alarms_total");
    }

    @Override
    public List<Order> openOrders(AccountId account) {
        return store.open(account);
    }

    @Override
    public void told(AccountLane lane, OrderEvent event) {
        CrashPoint.at(event instanceof OrderEvent.Accepted || event instanceof OrderEvent.Rejected ? "CP07" : "CP13");
        lane.follow(turn -> {
            Optional<Order> order = turn.book().openOrder(event.orderId()).or(() -> store.find(event.orderId()));
            if (order.filter(known -> Reconciler.leftToLists(known, event)).isEmpty()) {
                apply(turn, event);
            }
            return null;
        });
    }

    /** SUBMITTED is committed before the first byte leaves. */
    @Override
    public void resume(AccountLane lane, Order unsent) {
        lane.follow(turn -> {
            Optional<Order> order = turn.book()
                    .openOrder(unsent.id())
                    .filter(open -> open.status() == OrderStatus.PENDING_NEW && handover.mayLeave(lane));
            order.ifPresent(waiting -> {
                apply(turn, submitted(waiting));
                turn.book().openOrder(waiting.id()).ifPresent(sent -> handover.submit(turn, sent));
                CrashPoint.at("CP04");
            });
            return null;
        });
    }

    /** Inside a task of the lane: stores the wish and passes it on; true when there was an open order to cancel. */
    boolean cancel(LaneTurn turn, OrderId id) {
        Optional<Order> open = turn.book().openOrder(id);
        open.ifPresent(order -> {
            if (handover.wishToCancel(turn, order, "Cancelled by its owner.")) {
                return;
            }
            apply(turn, cancelRequested(order, "Cancelled by its owner."));
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
        }
        if (transition.changed()) {
            PortfolioChange change = book.apply(transition);
            recorder.changed(turn, change, before);
            handover.follow(turn, transition);
            if (transition.fill() != null) {
                turn.journal().afterCommit(() -> CrashPoint.at("CP14"));
            }
        } else if (transition.outcome() == Outcome.ERROR) {
            recorder.odd(turn, transition);
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
