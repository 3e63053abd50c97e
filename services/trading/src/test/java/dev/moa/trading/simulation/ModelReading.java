package dev.moa.trading.simulation;

import dev.moa.broker.Capabilities;
import dev.moa.broker.reconciliation.VenueState;
import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.Listing;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the model's venue answers to the questions of one reading, in the shapes of the broker port. */
final class ModelReading {
    private static final Duration ENGINE = Duration.ofSeconds(10);

    private ModelReading() {}

    static VenueState of(ModelVenue venue, Instant readAt, Instant now, List<Order> ours, boolean cut) {
        List<OrderSnapshot> orders = new ArrayList<>();
        List<FillSnapshot> fills = new ArrayList<>();
        for (ModelVenue.Held held : venue.visible()) {
            orders.add(order(venue, held));
            held.fills.forEach(fill -> fills.add(new FillSnapshot(
                    held.number, held.clientId, held.wish.instrument().id(), held.wish.side(), fill)));
        }
        Map<OrderId, Optional<OrderSnapshot>> asked = new HashMap<>();
        for (Order order : ours) {
            if (venue.ids != ModelVenue.Ids.NONE || order.venueOrderId() != null) {
                asked.put(
                        order.id(),
                        venue.find(order.clientOrderId(), order.venueOrderId()).map(held -> order(venue, held)));
            }
        }
        return new VenueState(
                capabilities(venue),
                readAt,
                new AccountSnapshot(now, Map.of(), List.of()),
                listing(orders.stream().filter(OrderSnapshot::isOpen).toList(), cut),
                listing(orders, cut),
                asked,
                listing(fills, cut),
                null);
    }

    private static <T> Listing<T> listing(List<T> items, boolean cut) {
        return cut ? Listing.cut(items.subList(0, items.size() / 2)) : Listing.whole(items);
    }

    private static Capabilities capabilities(ModelVenue venue) {
        return new Capabilities(
                switch (venue.ids) {
                    case UNIQUE_FOR_EVER -> Capabilities.ClientIds.UNIQUE_FOR_EVER;
                    case UNIQUE_WHILE_OPEN -> Capabilities.ClientIds.UNIQUE_WHILE_OPEN;
                    case NONE -> Capabilities.ClientIds.NONE;
                },
                EnumSet.of(OrderType.MARKET, OrderType.LIMIT),
                EnumSet.allOf(TimeInForce.class),
                Capabilities.Amend.KEEPS_NUMBER,
                ENGINE,
                Duration.ofDays(90),
                true);
    }

    private static OrderSnapshot order(ModelVenue venue, ModelVenue.Held held) {
        BigDecimal value = held.fills.stream().map(Fill::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal filled =
                held.fills.stream().map(fill -> fill.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new OrderSnapshot(
                held.number,
                null,
                held.clientId,
                held.wish.instrument().id(),
                held.wish.side(),
                held.wish.type(),
                held.wish.quantity(),
                held.wish.price(),
                new Quantity(filled),
                filled.signum() == 0 ? null : new Price(value.divide(filled, 12, RoundingMode.HALF_EVEN)),
                held.isOpen() ? OrderSnapshot.State.OPEN : OrderSnapshot.State.valueOf(held.end),
                venue.placed(held));
    }
}
