package dev.moa.domain.simulation;

import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Two members of the household traded with each other.
 *
 * @param id names the trade; both fills carry it
 * @param account whose resting order it was; @param maker that order
 * @param taker the order that came
 * @param price the resting order's
 * @param epoch which run of the maker's account this was agreed with
 */
public record Meeting(
        UUID id,
        AccountId account,
        OrderId maker,
        OrderId taker,
        Price price,
        Quantity quantity,
        Instant at,
        long epoch) {

    /** What it is for the order that came. */
    public OrderEvent takerFilled(Order order, Instant now) {
        return filled(order, order.instrument().fees().taker(), now);
    }

    /** What it is for the order that rested. */
    public OrderEvent makerFilled(Order order, Instant now) {
        return filled(order, order.instrument().fees().maker(), now);
    }

    private OrderEvent filled(Order order, BigDecimal rate, Instant now) {
        Fill fill = VenueEvents.fill(new FillId("household-" + id), order, price, quantity, rate, now, at);
        return new OrderEvent.Filled(order.id(), fill, now, "Traded with another member of the household.");
    }
}
