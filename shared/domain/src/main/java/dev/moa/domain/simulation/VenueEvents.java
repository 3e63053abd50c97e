package dev.moa.domain.simulation;

import dev.moa.domain.instrument.Charges;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.Origin;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;

/** What a simulated venue says, in its words. Fill ids derive from the order's, so that a repeated run invents the same. */
final class VenueEvents {
    private VenueEvents() {}

    static OrderEvent accepted(Order order, Instant now) {
        return new OrderEvent.Accepted(order.id(), null, now, "Taken by the simulated venue.");
    }

    static OrderEvent rejected(Order order, Instant now, String cause) {
        return new OrderEvent.Rejected(order.id(), now, cause);
    }

    static OrderEvent expired(Order order, Instant now, String cause) {
        return new OrderEvent.Expired(order.id(), now, cause);
    }

    static OrderEvent cancelled(Order order, Instant now) {
        return new OrderEvent.Cancelled(order.id(), now, "Cancelled on request.");
    }

    /** It came to the market. */
    static OrderEvent taken(Order order, Price price, Quantity quantity, Instant now, Instant marketTime) {
        return filled(order, price, quantity, order.instrument().fees().taker(), now, marketTime);
    }

    /** The market came to it. */
    static OrderEvent made(Order order, Quantity quantity, Instant now, Instant marketTime) {
        return filled(order, order.price(), quantity, order.instrument().fees().maker(), now, marketTime);
    }

    /** An auction brought it together with others. */
    static OrderEvent crossed(Order order, Price price, Quantity quantity, Instant now, Instant marketTime) {
        return filled(order, price, quantity, order.instrument().fees().maker(), now, marketTime);
    }

    private static OrderEvent filled(
            Order order, Price price, Quantity quantity, BigDecimal feeRate, Instant now, Instant marketTime) {
        FillId id = new FillId(order.id() + "-" + (order.fills().size() + 1));
        Fill fill = fill(id, order, price, quantity, feeRate, now, marketTime);
        return new OrderEvent.Filled(order.id(), fill, now, "Traded at the simulated venue.");
    }

    static Fill fill(
            FillId id,
            Order order,
            Price price,
            Quantity quantity,
            BigDecimal feeRate,
            Instant now,
            Instant marketTime) {
        Charges charges = charges(order, price.times(quantity), feeRate, marketTime);
        return new Fill(id, price, quantity, charges.fee(), charges.tax(), now, marketTime);
    }

    private static Charges charges(Order order, BigDecimal value, BigDecimal rate, Instant at) {
        return order.request().origin().kind() == Origin.Kind.LIQUIDATION
                ? Charges.ofLiquidation(order.instrument(), value)
                : Charges.of(order.instrument(), order.side(), value, rate, at);
    }
}
