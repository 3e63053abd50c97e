package dev.moa.domain.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.simulation.RestingOrders.Resting;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;

/**
 * Where liquidity is measured: how much of what a move touches may trade. Trades at an order's price first use up what stood before
 * it; a price that goes through it has met everything there. Lasts for one move.
 */
final class QueuePosition {
    private final PriceMove move;
    private final boolean measured;
    private Quantity left;

    QueuePosition(FillModel model, PriceMove move) {
        this.move = move;
        this.measured = model.isMeasured() && move.volume() != null;
        this.left = move.volume();
    }

    /** What stands before an order that comes to rest: at the best price or behind it what is seen there, within the spread nothing. */
    static Quantity ahead(FillModel model, Order order, Quote quote) {
        if (!model.isMeasured() || quote == null || order.price() == null) {
            return Quantity.ZERO;
        }
        boolean buys = order.side().isBuy();
        Price best = quote.of(order.side());
        Quantity size = buys ? quote.bidSize() : quote.askSize();
        boolean improves = best != null
                && (buys ? order.price().isAbove(best) : order.price().isBelow(best));
        return size == null || improves ? Quantity.ZERO : size;
    }

    /** How much of a touched order the move trades. */
    Quantity tradable(Resting resting) {
        Order order = resting.order();
        Quantity open = order.remaining();
        if (!measured || isThrough(order)) {
            return open;
        }
        Quantity passed = resting.ahead().min(left);
        resting.ahead(resting.ahead().minus(passed));
        left = left.minus(passed);
        Quantity mine = order.instrument().roundDown(left.min(open).value());
        left = left.minus(mine);
        return mine;
    }

    private boolean isThrough(Order order) {
        return order.side().isBuy()
                ? move.low().isBelow(order.price())
                : move.high().isAbove(order.price());
    }
}
