package dev.moa.domain.order.plan;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.Origin;
import dev.moa.domain.value.PlanId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The orders of a plan, by part and attempt. */
final class Legs {
    private final PlanId plan;
    private final List<Order> orders;

    Legs(PlanId plan, Collection<Order> orders) {
        this.plan = plan;
        this.orders = orders.stream()
                .sorted(Comparator.comparing(Order::createdAt)
                        .thenComparing(order -> order.leg().attempt()))
                .toList();
    }

    int size() {
        return orders.size();
    }

    Order first() {
        return orders.isEmpty() ? null : orders.getFirst();
    }

    List<Order> open() {
        return orders.stream().filter(Order::isOpen).toList();
    }

    /** The open orders of which only one trades. */
    List<Order> exits() {
        return open().stream().filter(order -> order.leg().exclusive()).toList();
    }

    /** The latest attempt of a part, null when there was none. */
    Order last(String name) {
        return orders.stream()
                .filter(order -> order.leg().name().equals(name))
                .max(Comparator.comparing(order -> order.leg().attempt()))
                .orElse(null);
    }

    /** The open attempt of a part, null when there is none. */
    Order openOf(String name) {
        return open().stream()
                .filter(order -> order.leg().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The next attempt of a part. */
    Origin.Leg leg(String name, boolean exclusive) {
        Order last = last(name);
        return new Origin.Leg(plan, name, last == null ? 1 : last.leg().attempt() + 1, exclusive);
    }

    BigDecimal filled(String name) {
        return orders.stream()
                .filter(order -> order.leg().name().equals(name))
                .map(order -> order.filledQuantity().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Filled by all parts but the repair. */
    BigDecimal filled() {
        return filledBut("repair", "repair");
    }

    BigDecimal filledBut(String one, String other) {
        return orders.stream()
                .filter(order ->
                        !order.leg().name().equals(one) && !order.leg().name().equals(other))
                .map(order -> order.filledQuantity().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
