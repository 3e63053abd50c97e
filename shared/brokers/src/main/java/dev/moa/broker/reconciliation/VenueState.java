package dev.moa.broker.reconciliation;

import dev.moa.broker.Capabilities;
import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.Listing;
import dev.moa.broker.snapshot.Movement;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.order.Order;
import dev.moa.domain.value.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reading of a venue.
 *
 * @param readAt our clock before the first question
 * @param asked the orders that were asked for one by one, and what the venue answered
 * @param recent all orders of the window, closed ones too
 * @param movements null when this reading is about orders only
 */
public record VenueState(
        Capabilities capabilities,
        Instant readAt,
        AccountSnapshot account,
        Listing<OrderSnapshot> open,
        Listing<OrderSnapshot> recent,
        Map<OrderId, Optional<OrderSnapshot>> asked,
        Listing<FillSnapshot> fills,
        Listing<Movement> movements) {

    /** Whether cash, holdings and movements are to be compared too. */
    boolean withBooks() {
        return movements != null;
    }

    /** How far the venue's clock is ahead of ours. */
    Duration skew() {
        return Duration.between(readAt, account.at());
    }

    /** Every order seen in any list, the open ones first. */
    List<OrderSnapshot> seen() {
        return java.util.stream.Stream.concat(open.items().stream(), recent.items().stream())
                .distinct()
                .toList();
    }

    /** What the venue says about this order of ours: by its number, the first number of its chain, or our name. */
    Optional<OrderSnapshot> of(Order order, String name) {
        return seen().stream()
                .filter(snapshot -> isOf(snapshot, order, name))
                .findFirst()
                .or(() -> asked.getOrDefault(order.id(), Optional.empty()));
    }

    private boolean isOf(OrderSnapshot snapshot, Order order, String name) {
        String number = order.venueOrderId();
        return number != null && (number.equals(snapshot.number()) || number.equals(snapshot.originalNumber()))
                || capabilities.clientIds().carried() && name.equals(snapshot.clientOrderId());
    }
}
