package dev.moa.trading.order;

import dev.moa.domain.order.Order;
import dev.moa.domain.risk.RiskVerdict;

/** What became of the wish to place an order. */
public sealed interface Placement {
    /** It is an order now. */
    record Accepted(Order order) implements Placement {}

    /** It is none, for these reasons. */
    record Refused(RiskVerdict verdict) implements Placement {}
}
