package dev.moa.trading.plan;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.plan.Plan;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.PlanId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan at work in the memory of its account's lane, with all its orders as the current turn leaves them. */
final class PlanRun {
    private final String clientOrderId;
    private final Map<OrderId, Order> orders = new LinkedHashMap<>();
    private Plan plan;

    PlanRun(Plan plan, String clientOrderId) {
        this.plan = plan;
        this.clientOrderId = clientOrderId;
    }

    PlanId id() {
        return plan.id();
    }

    String clientOrderId() {
        return clientOrderId;
    }

    Plan plan() {
        return plan;
    }

    void plan(Plan changed) {
        plan = changed;
    }

    Collection<Order> orders() {
        return orders.values();
    }

    void know(Order order) {
        orders.put(order.id(), order);
    }
}
