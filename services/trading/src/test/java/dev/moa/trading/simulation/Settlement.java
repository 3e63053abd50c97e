package dev.moa.trading.simulation;

import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a reading of the venue means for an order, by the rules of reliability.md 7 and 8. */
final class Settlement {
    private static final Duration NEAR = Duration.ofMinutes(2);

    private Settlement() {}

    /** How often and since when an order could not be found. */
    record Absence(int reads, long since, long last) {
        static Absence first(long now) {
            return new Absence(1, now, now);
        }

        Absence again(Absence later) {
            return new Absence(reads + 1, since, later.last());
        }

        boolean proves(ModelVenue.Ids ids) {
            long lasted = last - since;
            return switch (ids) {
                case UNIQUE_FOR_EVER -> reads >= 3 && lasted >= 30_000;
                case UNIQUE_WHILE_OPEN -> reads >= 3 && lasted > 20_000;
                case NONE -> false;
            };
        }
    }

    static List<OrderEvent> of(OrderId id, ModelVenue.Report report, Instant now) {
        if (report.fill() != null) {
            return List.of(new OrderEvent.Filled(id, report.fill(), now, "Told by the venue."));
        }
        return List.of(new OrderEvent.Cancelled(id, now, "Told by the venue."));
    }

    static List<OrderEvent> of(Order order, ModelVenue.Held held, Instant now) {
        List<OrderEvent> events = new ArrayList<>();
        boolean unsure = order.status() == OrderStatus.SUBMITTED || order.status() == OrderStatus.UNKNOWN;
        if (unsure || order.venueOrderId() == null) {
            events.add(new OrderEvent.Accepted(order.id(), held.number, now, "Found at the venue."));
        }
        for (Fill fill : held.fills) {
            if (order.fills().stream().noneMatch(known -> known.id().equals(fill.id()))) {
                events.add(new OrderEvent.Filled(order.id(), fill, now, "Found at the venue."));
            }
        }
        if ("CANCELLED".equals(held.end) && order.status() != OrderStatus.CANCELLED) {
            events.add(new OrderEvent.Cancelled(order.id(), now, "Found at the venue."));
        }
        return events;
    }

    /** Without client ids: the one that can only be this order, and no other of ours. */
    static Optional<ModelVenue.Held> onlyCandidate(
            Order order, List<Order> unclear, List<ModelVenue.Held> list, Predicate<ModelVenue.Held> unclaimed) {
        List<ModelVenue.Held> candidates = list.stream()
                .filter(held -> unclaimed.test(held) && fits(order, held))
                .toList();
        boolean one = candidates.size() == 1
                && unclear.stream()
                                .filter(other -> fits(other, candidates.getFirst()))
                                .count()
                        == 1;
        return one ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private static boolean fits(Order order, ModelVenue.Held held) {
        return order.side() == held.wish.side()
                && order.type() == held.wish.type()
                && order.quantity().equals(held.wish.quantity())
                && java.util.Objects.equals(order.price(), held.wish.price())
                && held.wish.createdAt().minus(NEAR).isBefore(order.createdAt())
                && held.wish.createdAt().plus(NEAR).isAfter(order.createdAt());
    }
}
