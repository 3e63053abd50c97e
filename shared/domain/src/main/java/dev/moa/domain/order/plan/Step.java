package dev.moa.domain.order.plan;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;

/** What a plan wants done next. */
public sealed interface Step {
    /** Place this order; its origin names the leg and attempt. */
    record Place(OrderRequest request) implements Step {}

    /** Cancel this order. */
    record Cancel(Order order, String cause) implements Step {}

    /** The plan is over. @param alarm whether a person should look */
    record Finish(PlanState state, String cause, boolean alarm) implements Step {}
}
