package dev.moa.domain.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a price move does to an order that waits for its stop price, wherever it waits: in the simulated venue, or with us because
 * its venue knows no such orders.
 *
 * @param order as the events leave it
 * @param move what of the move is still to come when it wakes: of a trailing stop that has just followed only the end
 * @param events its stop followed the market, it was set off; empty when neither
 */
public record Waking(Order order, PriceMove move, List<OrderEvent> events) {

    /** @param now our time of the events */
    public static Waking of(Order order, PriceMove along, Instant now) {
        List<OrderEvent> events = new ArrayList<>();
        PriceMove move = along;
        Order followed = order;
        if (order.type() == OrderType.TRAILING_STOP && !isReached(order, move)) {
            followed = TrailedStop.follow(order, move, now, events);
            move = PriceMove.at(move.close(), move.at());
        }
        if (isReached(followed, move)) {
            followed = Taking.after(
                    followed, new OrderEvent.Triggered(order.id(), now, "The stop price was reached."), events);
        }
        return new Waking(followed, move, List.copyOf(events));
    }

    private static boolean isReached(Order order, PriceMove move) {
        return order.isAsleep() && order.stopPrice() != null && move.reaches(order.side(), order.stopPrice());
    }
}
