package dev.moa.trading.order;

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
    private final Counter alarms;

    OrderProgress(OrderStore store, OrderRecorder recorder, Clock clock, MeterRegistry meters) {
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
            apply(turn, event);
            return null;
        });
    }

    /** SUBMITTED is committed before the first byte leaves. */
    @Override
    public void resume(AccountLane lane, Order unsent) {
        lane.follow(turn -> {
            Optional<Order> order =
                    turn.book().openOrder(unsent.id()).filter(open -> open.status() == OrderStatus.PENDING_NEW);
            order.ifPresent(waiting -> {
                apply(turn, submitted(waiting));
                turn.book()
                        .openOrder(waiting.id())
                        .ifPresent(sent -> turn.journal().afterCommit(() -> submit(lane, sent)));
                CrashPoint.at("CP04");
            });
            return null;
        });
    }

    private static void submit(AccountLane lane, Order sent) {
        CrashPoint.at("CP05");
        lane.venue().submit(sent);
        CrashPoint.at("CP06");
    }

    /** Inside a task of the lane: stores the wish and passes it on; true when there was an open order to cancel. */
    boolean cancel(LaneTurn turn, OrderId id) {
        Optional<Order> open = turn.book().openOrder(id);
        open.ifPresent(order -> {
            apply(turn, cancelRequested(order, "Cancelled by its owner."));
            turn.book()
                    .openOrder(id)
                    .filter(asked -> asked.status() == OrderStatus.PENDING_CANCEL)
                    .ifPresent(asked -> turn.journal().afterCommit(() -> withdraw(turn.lane(), asked)));
        });
        return open.isPresent();
    }

    private static void withdraw(AccountLane lane, Order asked) {
        CrashPoint.at("CP15");
        lane.venue().cancel(asked);
        CrashPoint.at("CP16");
    }

    OrderEvent submitted(Order order) {
        return new OrderEvent.Submitted(order.id(), clock.instant(), "Handed to the venue.");
    }

    OrderEvent cancelRequested(Order order, String cause) {
        return new OrderEvent.CancelRequested(order.id(), clock.instant(), cause);
    }

    /** Answers the order as it is now, null for one that nobody knows. */
    Order apply(LaneTurn turn, OrderEvent event) {
        Portfolio book = turn.book();
        Optional<Order> order = book.openOrder(event.orderId())
                .or(() -> turn.journal().order(event.orderId()))
                .or(() -> store.find(event.orderId()));
        if (order.isEmpty()) {
            alarm("an event about an order nobody knows: " + event);
            return null;
        }
        BigDecimal before = realized(book, order.get());
        Transition transition = order.get().apply(event);
        if (transition.alarm()) {
            alarm(transition.outcome() + " " + event);
        }
        if (transition.changed()) {
            PortfolioChange change = book.apply(transition);
            recorder.changed(turn, change, before);
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
