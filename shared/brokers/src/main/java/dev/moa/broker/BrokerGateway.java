package dev.moa.broker;

import dev.moa.domain.order.Order;
import java.util.Collection;

/**
 * One account at one broker. Everything that happens to its orders is told to the sink, the answers to {@code submit}
 * and {@code cancel} included; neither waits for them. A request is never repeated by a gateway: an unknown outcome is
 * told as {@code Unconfirmed}.
 */
public interface BrokerGateway extends AutoCloseable {
    /**
     * Begins to work.
     *
     * @param sent open orders that were, or may have been, handed in before: their fate is found out and told
     */
    void connect(Collection<Order> sent, OrderEvents sink);

    /** Hands in an order that is SUBMITTED and durable. */
    void submit(Order order);

    /** Asks for the end of an order that is PENDING_CANCEL. */
    void cancel(Order order);

    @Override
    void close();
}
