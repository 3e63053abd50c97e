package dev.moa.trading.order;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.value.OrderId;
import dev.moa.trading.account.LaneTurn;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What reconciliation may do to orders: nothing but what a venue could have told. */
@Singleton
public class OrderCorrections {
    private final OrderProgress progress;
    private final OrderRecorder recorder;
    private final OrderStore store;

    OrderCorrections(OrderProgress progress, OrderRecorder recorder, OrderStore store) {
        this.progress = progress;
        this.recorder = recorder;
        this.store = store;
    }

    /** Through the state machine into book and outbox; answers the order as it is now. */
    public Order apply(LaneTurn turn, Order order, OrderEvent event) {
        return progress.apply(turn, order, event);
    }

    /** Takes an order into the book that was placed outside it. */
    public void adopt(LaneTurn turn, Order order) {
        turn.book().place(order);
        recorder.placed(turn, order);
    }

    /** As the database has it, closed ones too. */
    public Optional<Order> stored(OrderId id) {
        return store.find(id);
    }
}
