package dev.moa.domain.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.Trigger;
import dev.moa.domain.value.Price;
import java.time.Instant;
import java.util.List;

/** The stop of a trailing order, which follows the market's best price at its distance. */
final class TrailedStop {
    private TrailedStop() {}

    /** The order with its stop where this move has brought it; the same object when it stays. */
    static Order follow(Order order, PriceMove move, Instant now, List<OrderEvent> events) {
        Trigger trigger = order.request().trigger();
        boolean buys = order.side().isBuy();
        Price best = buys ? move.low() : move.high();
        Price from = trigger.activationPrice();
        boolean sleeps =
                trigger.stopPrice() == null && from != null && (buys ? best.isAbove(from) : best.isBelow(from));
        Price next =
                sleeps ? null : trigger.trail().follow(order.instrument(), order.side(), trigger.stopPrice(), best);
        if (next == null || next.equals(trigger.stopPrice())) {
            return order;
        }
        Order moved = Taking.after(
                order, new OrderEvent.Trailed(order.id(), next, now, "The stop followed the market."), events);
        return moved;
    }
}
