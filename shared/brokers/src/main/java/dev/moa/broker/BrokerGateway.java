package dev.moa.broker;

import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.Listing;
import dev.moa.broker.snapshot.Movement;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * One account at one broker. Everything that happens to its orders is told to the sink, the answers to {@code submit},
 * {@code cancel} and {@code amend} included; none of them waits for its answer. A request that changes something is never
 * repeated by a gateway: what was refused, or provably never left, is told as {@code Rejected}, an order refused for the
 * venue's rate as {@code Deferred}, everything else without an answer as {@code Unconfirmed}.
 *
 * <p>The reads block, may be repeated, and throw {@link dev.moa.broker.http.VenueAway} when there is no answer: no answer is
 * never an empty answer. An order handed in carries in {@code clientOrderId} the name that it has, or is to have, at the venue.
 */
public interface BrokerGateway extends AutoCloseable {
    /** What this broker can do; the same for as long as the gateway lives. */
    Capabilities capabilities();

    /** How well it hears from its venue. */
    Link link();

    /**
     * Begins to work.
     *
     * @param sent open orders that were, or may have been, handed in before. A venue without books of its own goes on with
     *     them; any other tells those without an answer as {@code Unconfirmed}, and reconciliation finds out
     */
    void connect(Collection<Order> sent, OrderEvents sink);

    /** Hands in an order that is SUBMITTED and durable. */
    void submit(Order order);

    /** Asks for the end of an order that is PENDING_CANCEL; may be asked again. */
    void cancel(Order order);

    /**
     * Asks for other terms of an open order: all that are named, the stop price of a stop that the venue keeps included.
     *
     * @throws UnsupportedOperationException when the capabilities say that the venue changes no orders
     */
    void amend(Order order, Amendment to);

    /** What the venue knows of this order, by its number there or our name; empty only when it answered that it knows none. */
    Optional<OrderSnapshot> find(Order order);

    /** The orders that are open there, whoever placed them. */
    Listing<OrderSnapshot> openOrders();

    /** Every order placed since then by the venue's clock, closed ones too, whoever placed them. */
    Listing<OrderSnapshot> ordersSince(Instant from);

    /** Every trade since then by the venue's clock. */
    Listing<FillSnapshot> fillsSince(Instant from);

    /** What changed cash or holdings without a trade, since then by the venue's clock. */
    Listing<Movement> movementsSince(Instant from);

    /** Cash and holdings as they are now. */
    AccountSnapshot account();

    @Override
    void close();
}
