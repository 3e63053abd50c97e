package dev.moa.domain.order;

import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.time.Instant;

/**
 * Something that happened to an order: said by a venue, or by ourselves when we send and ask. Every event names its order, its
 * time and, in plain words that may be shown to a person, its cause.
 */
public sealed interface OrderEvent {
    OrderId orderId();

    Instant at();

    String cause();

    /** We are about to send it: committed before the first byte leaves. */
    record Submitted(OrderId orderId, Instant at, String cause) implements OrderEvent {}

    /** The venue has it. @param venueOrderId the venue's own number; null where it has none */
    record Accepted(OrderId orderId, String venueOrderId, Instant at, String cause) implements OrderEvent {}

    /** Some or all of it traded. */
    record Filled(OrderId orderId, Fill fill, Instant at, String cause) implements OrderEvent {}

    /** We want it gone. */
    record CancelRequested(OrderId orderId, Instant at, String cause) implements OrderEvent {}

    record Cancelled(OrderId orderId, Instant at, String cause) implements OrderEvent {}

    /** The venue did not cancel it: too late, or it knows no such order. */
    record CancelRefused(OrderId orderId, Instant at, String cause) implements OrderEvent {}

    /** Refused by the venue, or proven never to have reached it. */
    record Rejected(OrderId orderId, Instant at, String cause) implements OrderEvent {}

    /**
     * Refused by the venue for now, and surely not taken: too many requests. It may be handed in again, as another attempt.
     *
     * @param attempt the name under which it was handed in: an answer to an earlier attempt says nothing about a later one
     * @param until before this time the venue wants to hear nothing of it
     */
    record Deferred(OrderId orderId, String attempt, Instant until, Instant at, String cause) implements OrderEvent {}

    record Expired(OrderId orderId, Instant at, String cause) implements OrderEvent {}

    /** It was sent and nobody knows what became of it. */
    record Unconfirmed(OrderId orderId, Instant at, String cause) implements OrderEvent {}

    /** Its terms are others now; what was filled stays. */
    record Amended(OrderId orderId, Amendment to, Instant at, String cause) implements OrderEvent {
        /** @param price null when that did not change; @param quantity likewise */
        public Amended(OrderId orderId, Price price, Quantity quantity, Instant at, String cause) {
            this(orderId, new Amendment(price, quantity, null, null), at, cause);
        }
    }

    /** Its stop price was reached: from now on it trades as a market or limit order. */
    record Triggered(OrderId orderId, Instant at, String cause) implements OrderEvent {}

    /** Its stop followed the market. @param stopPrice where it stands now */
    record Trailed(OrderId orderId, Price stopPrice, Instant at, String cause) implements OrderEvent {}
}
