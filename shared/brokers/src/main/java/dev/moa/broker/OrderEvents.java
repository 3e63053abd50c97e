package dev.moa.broker;

import dev.moa.domain.order.OrderEvent;

/** Where a gateway tells what happened to orders. Called on any thread, in the order in which things happened. */
@FunctionalInterface
public interface OrderEvents {
    void told(OrderEvent event);
}
