package dev.moa.domain.simulation;

import dev.moa.domain.instrument.Charges;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A venue that exists only here: as deep as one wishes, so what trades, trades whole. Deterministic and without a clock; times are
 * handed in ({@code now} is ours, a quote's or move's {@code at} the market's). Mutable; used by one thread.
 *
 * <p>Market orders trade at once at {@link FillModel#taker}. Limit orders that the market already meets do too, at that price but
 * never worse than their limit, with the taker's fee; others rest, and trade whole at their own price with the maker's fee once a move touches it, in the
 * order in which they came. Fill ids derive from the order's id, so a repeated run invents the same.
 */
public final class SimulatedVenue {
    private final FillModel model;
    private final Map<InstrumentId, Map<OrderId, Order>> resting = new HashMap<>();

    public SimulatedVenue(FillModel model) {
        this.model = model;
    }

    /** Puts an order that rested here before a restart back, without telling anybody; it keeps what it has filled. */
    public void restore(Order order) {
        book(order).put(order.id(), order);
    }

    /** Whether this order rests here. */
    public boolean knows(Order order) {
        return resting.getOrDefault(order.instrument().id(), Map.of()).containsKey(order.id());
    }

    /**
     * Takes an order.
     *
     * @param quote the market now; null when nobody knows a price, which refuses market orders
     */
    public List<OrderEvent> submit(Order order, Quote quote, Instant now) {
        return switch (order.type()) {
            case MARKET ->
                quote == null
                        ? List.of(new OrderEvent.Rejected(order.id(), now, "There is no price to trade at."))
                        : List.of(accepted(order, now), taken(order, quote, now));
            case LIMIT -> limit(order, quote, now);
        };
    }

    private List<OrderEvent> limit(Order order, Quote quote, Instant now) {
        if (quote != null && meets(order, quote)) {
            return List.of(accepted(order, now), taken(order, quote, now));
        }
        TimeInForce wish = order.request().timeInForce();
        if (wish == TimeInForce.IOC || wish == TimeInForce.FOK) {
            return List.of(
                    accepted(order, now),
                    new OrderEvent.Expired(order.id(), now, "The market did not meet the price at once."));
        }
        restore(order);
        return List.of(accepted(order, now));
    }

    /** Takes an order out of the book. */
    public List<OrderEvent> cancel(Order order, Instant now) {
        boolean rested = book(order).remove(order.id()) != null;
        return List.of(
                rested
                        ? new OrderEvent.Cancelled(order.id(), now, "Cancelled on request.")
                        : new OrderEvent.CancelRefused(order.id(), now, "No such order rests here."));
    }

    /** Moves the price of an instrument: fills what it touches, expires what has outlived its day. */
    public List<OrderEvent> move(InstrumentId instrument, PriceMove move, Instant now) {
        Map<OrderId, Order> book = resting.get(instrument);
        if (book == null || book.isEmpty()) {
            return List.of();
        }
        List<OrderEvent> events = new ArrayList<>();
        for (Iterator<Order> orders = book.values().iterator(); orders.hasNext(); ) {
            Order order = orders.next();
            if (order.request().timeInForce() == TimeInForce.DAY
                    && day(order.createdAt()).isBefore(day(now))) {
                events.add(new OrderEvent.Expired(order.id(), now, "Its day is over."));
                orders.remove();
            } else if (touches(order, move)) {
                events.add(
                        filled(order, order.price(), order.instrument().fees().maker(), now, move.at()));
                orders.remove();
            }
        }
        return events;
    }

    private static boolean touches(Order order, PriceMove move) {
        return order.side().isBuy()
                ? !move.low().isAbove(order.price())
                : !move.high().isBelow(order.price());
    }

    private static boolean meets(Order order, Quote quote) {
        Price known = quote.against(order.side());
        Price market = known == null ? quote.last() : known;
        return order.side().isBuy() ? !market.isAbove(order.price()) : !market.isBelow(order.price());
    }

    private OrderEvent taken(Order order, Quote quote, Instant now) {
        Price market = model.taker(order.instrument(), order.side(), quote);
        Price price = order.price() == null
                ? market
                : order.side().isBuy() ? market.min(order.price()) : market.max(order.price());
        return filled(order, price, order.instrument().fees().taker(), now, quote.at());
    }

    private static OrderEvent accepted(Order order, Instant now) {
        return new OrderEvent.Accepted(order.id(), null, now, "Taken by the simulated venue.");
    }

    private static OrderEvent filled(Order order, Price price, BigDecimal feeRate, Instant now, Instant marketTime) {
        Charges charges = charges(order, price.times(order.remaining()), feeRate, marketTime);
        FillId id = new FillId(order.id() + "-" + (order.fills().size() + 1));
        Fill fill = new Fill(id, price, order.remaining(), charges.fee(), charges.tax(), now, marketTime);
        return new OrderEvent.Filled(order.id(), fill, now, "Traded at the simulated venue.");
    }

    private static Charges charges(Order order, BigDecimal value, BigDecimal rate, Instant at) {
        return order.request().origin().kind() == Origin.Kind.LIQUIDATION
                ? Charges.ofLiquidation(order.instrument(), value)
                : Charges.of(order.instrument(), order.side(), value, rate, at);
    }

    private Map<OrderId, Order> book(Order order) {
        return resting.computeIfAbsent(order.instrument().id(), _ -> new LinkedHashMap<>());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
