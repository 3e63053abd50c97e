package dev.moa.trading.order;

import dev.moa.domain.order.Order;
import dev.moa.trading.account.LaneTurn;

/** Is told, inside the task, when an order has traded, or is a part of a plan and has changed. */
@FunctionalInterface
public interface OrderFollower {
    void changed(LaneTurn turn, Order order);
}
