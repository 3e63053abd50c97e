package dev.moa.domain.simulation;

import dev.moa.domain.instrument.Charges;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.order.Trigger;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
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
            case STOP, STOP_LIMIT, TRAILING_STOP -> asleep(order, quote, now);
        };
    }

    private List<OrderEvent> limit(Order order, Quote quote, Instant now) {
        if (quote != null && meets(order, quote)) {
            if (order.request().postOnly()) {
                return List.of(new OrderEvent.Rejected(order.id(), now, "It would have traded at once."));
            }
            return List.of(accepted(order, now), taken(order, quote, now));
        }
        TimeInForce wish = order.request().timeInForce();
        if (wish.isImmediate()) {
            return List.of(
                    accepted(order, now),
                    new OrderEvent.Expired(order.id(), now, "The market did not meet the price at once."));
        }
        restore(order);
        return List.of(accepted(order, now));
    }

    /** A stop order that the market has already passed is set off at once; others sleep. */
    private List<OrderEvent> asleep(Order order, Quote quote, Instant now) {
        restore(order);
        List<OrderEvent> events = new ArrayList<>(List.of(accepted(order, now)));
        if (quote != null) {
            Price last = quote.last();
            wake(order, new PriceMove(last, last, last, last, quote.at()), now, events);
        }
        return events;
    }

    /** Takes an order out of the book. */
    public List<OrderEvent> cancel(Order order, Instant now) {
        boolean rested = book(order).remove(order.id()) != null;
        return List.of(
                rested
                        ? new OrderEvent.Cancelled(order.id(), now, "Cancelled on request.")
                        : new OrderEvent.CancelRefused(order.id(), now, "No such order rests here."));
    }

    /**
     * Moves the price of an instrument: expires what has outlived its time, wakes the stops it reaches, fills what it touches. Of
     * orders that exclude each other at most one trades, a stop rather than a target.
     */
    public List<OrderEvent> move(InstrumentId instrument, PriceMove move, Instant now) {
        Map<OrderId, Order> book = resting.get(instrument);
        if (book == null || book.isEmpty()) {
            return List.of();
        }
        List<OrderEvent> events = new ArrayList<>();
        List<Order> traded = new ArrayList<>();
        List<Order> limits = new ArrayList<>();
        for (Order order : List.copyOf(book.values())) {
            if (isOver(order, now)) {
                events.add(new OrderEvent.Expired(order.id(), now, "Its time is over."));
                book.remove(order.id());
            } else if (!order.isAsleep()) {
                limits.add(order);
            } else if (!isExcluded(order, traded) && wake(order, move, now, events)) {
                traded.add(order);
            }
        }
        for (Order order : limits) {
            if (touches(order, move) && !isExcluded(order, traded)) {
                traded.add(order);
                events.add(
                        filled(order, order.price(), order.instrument().fees().maker(), now, move.at()));
                book.remove(order.id());
            }
        }
        return events;
    }

    private static boolean isOver(Order order, Instant now) {
        return switch (order.request().timeInForce()) {
            case DAY -> day(order.createdAt()).isBefore(day(now));
            case GTD -> !now.isBefore(order.request().expiresAt());
            case GTC, IOC, FOK -> false;
        };
    }

    private static boolean isExcluded(Order order, List<Order> traded) {
        return order.leg() != null
                && traded.stream().anyMatch(other -> order.leg().excludes(other.leg()));
    }

    /** Lets a sleeping order follow the move, and sets it off when its stop was reached; answers whether it traded. */
    private boolean wake(Order order, PriceMove move, Instant now, List<OrderEvent> events) {
        Order followed = order;
        if (order.type() == OrderType.TRAILING_STOP && !isReached(order, move)) {
            followed = follow(order, move, now, events);
            move = new PriceMove(move.close(), move.close(), move.close(), move.close(), move.at());
        }
        if (!isReached(followed, move)) {
            return false;
        }
        events.add(new OrderEvent.Triggered(order.id(), now, "The stop price was reached."));
        Order awake = told(followed, events.getLast());
        Price stop = awake.stopPrice();
        Price met = order.side().isBuy() ? stop.max(move.open()) : stop.min(move.open());
        Quote market = Quote.last(met, move.at());
        boolean trades = awake.price() == null || meets(awake, market);
        if (trades) {
            events.add(taken(awake, market, now));
            book(order).remove(order.id());
        }
        return trades;
    }

    private static boolean isReached(Order order, PriceMove move) {
        Price stop = order.stopPrice();
        return stop != null
                && (order.side().isBuy()
                        ? !move.high().isBelow(stop)
                        : !move.low().isAbove(stop));
    }

    private Order follow(Order order, PriceMove move, Instant now, List<OrderEvent> events) {
        Trigger trigger = order.request().trigger();
        boolean buys = order.side().isBuy();
        Price best = buys ? move.low() : move.high();
        Price from = trigger.activationPrice();
        boolean sleeps =
                trigger.stopPrice() == null && from != null && (buys ? best.isAbove(from) : best.isBelow(from));
        Price next =
                sleeps ? null : trigger.trail().follow(order.instrument(), order.side(), trigger.stopPrice(), best);
        if (next == null || next.equals(trigger.stopPrice())) {
            return order;
        }
        events.add(new OrderEvent.Trailed(order.id(), next, now, "The stop followed the market."));
        return told(order, events.getLast());
    }

    private Order told(Order order, OrderEvent event) {
        Order now = order.apply(event).order();
        restore(now);
        return now;
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
