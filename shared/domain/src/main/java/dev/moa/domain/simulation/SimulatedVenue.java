package dev.moa.domain.simulation;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.simulation.RestingOrders.Resting;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A venue that exists only here. Deterministic and without a clock; times are handed in ({@code now} is ours, a quote's or move's
 * {@code at} the market's). Mutable; used by one thread.
 *
 * <p>Market orders trade at once at {@link FillModel#taker}. Limit orders that the market already meets do too, at that price but
 * never worse than their limit, with the taker's fee; others rest, and trade at their own price with the maker's fee once a move
 * touches it, in the order in which they came. How much trades is told by {@link FillModel#liquidity}: where it is endless, or
 * the market does not tell how deep it is, everything. Orders of other accounts are met through the {@link Household}.
 */
public final class SimulatedVenue {
    /** What became of an order at once, and with whom of the household it traded. */
    public record Submission(List<OrderEvent> events, List<Meeting> meetings) {}

    private final FillModel model;
    private final Taking taking;
    private final Household household;
    private final Map<InstrumentId, RestingOrders> books = new HashMap<>();
    /** Orders that are to be cancelled when what others have taken of them is booked. */
    private final Set<OrderId> leaving = new HashSet<>();

    /** For an account that is alone. */
    public SimulatedVenue(FillModel model) {
        this(model, Household.NOBODY);
    }

    public SimulatedVenue(FillModel model, Household household) {
        this.model = model;
        this.taking = new Taking(model);
        this.household = household;
    }

    /** Puts an order that rested here before a restart back, without telling anybody; it keeps what it has filled. */
    public void restore(Order order) {
        rest(handedIn(order), Quantity.ZERO);
    }

    /** The venue sees an order only when it was handed in, whatever its owner has noted yet. */
    private static Order handedIn(Order order) {
        return order.status() == OrderStatus.PENDING_NEW
                ? order.apply(new OrderEvent.Submitted(order.id(), order.updatedAt(), "Handed in."))
                        .order()
                : order;
    }

    private void rest(Order order, Quantity ahead) {
        book(order).put(order, ahead);
        if (!order.isAsleep()) {
            household.rests(order);
        }
    }

    /** Which moves concern nothing that rests in this instrument; empty when all do, or nothing rests. */
    public Optional<Calm> calm(InstrumentId instrument) {
        RestingOrders book = books.get(instrument);
        return book == null ? Optional.empty() : book.calm();
    }

    /** Whether this order rests here. */
    public boolean knows(Order order) {
        return book(order).find(order.id()) != null;
    }

    /**
     * Takes an order to the market.
     *
     * @param quote the market now; null when nobody knows a price, which refuses market orders
     */
    public List<OrderEvent> submit(Order order, Quote quote, Instant now) {
        List<OrderEvent> events = new ArrayList<>();
        trade(handedIn(order), quote, now, events);
        return events;
    }

    /**
     * Takes an order to the market and to the household, whose orders come first where they are not worse. Orders that rest at the
     * household's own prices improve on the quote.
     */
    public Submission submitAmong(Order order, Quote quote, Instant now) {
        boolean asks =
                !order.type().isTriggered() && (quote != null || order.type().hasLimit());
        Price worst = asks ? taking.worst(order, quote) : null;
        Quantity offered = asks ? household.meets(order, worst) : Quantity.ZERO;
        if (offered.isZero()) {
            return new Submission(submit(order, quote, now), List.of());
        }
        if (order.request().postOnly()) {
            return new Submission(
                    List.of(VenueEvents.rejected(order, now, "It would have traded at once.")), List.of());
        }
        List<OrderEvent> events = new ArrayList<>(List.of(VenueEvents.accepted(order, now)));
        if (order.request().timeInForce() == TimeInForce.FOK && !taking.isWhole(order, quote, offered)) {
            events.add(VenueEvents.expired(order, now, "The market did not have all of it at once."));
            return new Submission(events, List.of());
        }
        List<Meeting> meetings = household.meet(order, worst);
        Order left = handedIn(order);
        for (Meeting meeting : meetings) {
            left = Taking.after(left, meeting.takerFilled(left, now), events);
        }
        if (!left.remaining().isZero()) {
            List<OrderEvent> atMarket = submit(left, quote, now);
            events.addAll(atMarket.subList(1, atMarket.size()));
        }
        return new Submission(events, meetings);
    }

    /** Trades an order that rests here already with the household, at prices within its limit. */
    public Submission meetAgain(Order order, Instant now) {
        Resting resting = book(order).find(order.id());
        if (resting == null || !household.leaves(resting.order())) {
            return new Submission(List.of(), List.of());
        }
        Order left = resting.order();
        List<OrderEvent> events = new ArrayList<>();
        List<Meeting> meetings = household.meet(left, left.price());
        for (Meeting meeting : meetings) {
            left = Taking.after(left, meeting.takerFilled(left, now), events);
        }
        keep(left);
        if (!left.remaining().isZero()) {
            household.rests(left);
        }
        return new Submission(events, meetings);
    }

    private void trade(Order order, Quote quote, Instant now, List<OrderEvent> events) {
        switch (order.type()) {
            case MARKET -> {
                if (quote == null) {
                    events.add(VenueEvents.rejected(order, now, "There is no price to trade at."));
                } else {
                    events.add(VenueEvents.accepted(order, now));
                    taking.take(order, quote, now, events);
                }
            }
            case LIMIT -> limit(order, quote, now, events);
            case STOP, STOP_LIMIT, TRAILING_STOP -> sleep(order, quote, now, events);
        }
    }

    private void limit(Order order, Quote quote, Instant now, List<OrderEvent> events) {
        boolean met = quote != null && Taking.meets(order, quote);
        if (met && order.request().postOnly()) {
            events.add(VenueEvents.rejected(order, now, "It would have traded at once."));
            return;
        }
        events.add(VenueEvents.accepted(order, now));
        TimeInForce wish = order.request().timeInForce();
        boolean takes = met && (wish != TimeInForce.FOK || taking.isWhole(order, quote, Quantity.ZERO));
        Order left = takes ? taking.take(order, quote, now, events) : order;
        if (left.remaining().isZero()) {
            return;
        }
        if (wish.isImmediate()) {
            events.add(VenueEvents.expired(order, now, "The market did not meet the price at once."));
        } else {
            rest(left, QueuePosition.ahead(model, left, quote));
        }
    }

    /** A stop order that the market has already passed is set off at once; others sleep. */
    private void sleep(Order order, Quote quote, Instant now, List<OrderEvent> events) {
        restore(order);
        events.add(VenueEvents.accepted(order, now));
        if (quote != null) {
            wake(order, PriceMove.at(quote.last(), quote.at()), now, events);
        }
    }

    /**
     * Takes an order out of the book. Nothing is told yet when somebody of the household has traded with it and this is not booked:
     * {@link #settled} tells then.
     */
    public List<OrderEvent> cancel(Order order, Instant now) {
        Resting resting = book(order).find(order.id());
        if (resting == null) {
            return List.of(new OrderEvent.CancelRefused(order.id(), now, "No such order rests here."));
        }
        if (!household.leaves(resting.order())) {
            leaving.add(order.id());
            return List.of();
        }
        book(order).remove(order.id());
        return List.of(VenueEvents.cancelled(order, now));
    }

    /**
     * Gives a resting order other terms; it queues up anew, and trades if the market meets it now.
     *
     * @return nothing when it rests here no more, or is just being traded, or may only rest and would trade: it keeps its terms
     */
    public List<OrderEvent> amend(Order order, Amendment to, Quote quote, Instant now) {
        Resting resting = book(order).find(order.id());
        if (resting == null || !household.leaves(resting.order())) {
            return List.of();
        }
        List<OrderEvent> events = new ArrayList<>();
        Order newer = Taking.after(
                resting.order(), new OrderEvent.Amended(order.id(), to, now, "Changed on request."), events);
        boolean meets = !newer.isAsleep() && quote != null && Taking.meets(newer, quote);
        if (meets && newer.request().postOnly() || newer.remaining().isZero()) {
            restore(resting.order());
            return List.of();
        }
        book(order).remove(order.id());
        Order left = meets ? taking.take(newer, quote, now, events) : newer;
        if (!left.remaining().isZero()) {
            rest(left, QueuePosition.ahead(model, left, quote));
        }
        return events;
    }

    /** Ends a resting order whose time is over; nothing is told while it is just being traded. */
    public List<OrderEvent> expire(Order order, Instant now) {
        Resting resting = book(order).find(order.id());
        if (resting == null || !household.leaves(resting.order())) {
            return List.of();
        }
        book(order).remove(order.id());
        return List.of(VenueEvents.expired(order, now, "Its time is over."));
    }

    /** A trade with somebody of the household is booked: this is the order now. Answers what follows from it. */
    public List<OrderEvent> settled(Order order, Instant now) {
        RestingOrders book = book(order);
        if (book.find(order.id()) == null) {
            return List.of();
        }
        if (order.remaining().isZero() || !order.isOpen()) {
            book.remove(order.id());
            household.leaves(order);
            leaving.remove(order.id());
            return List.of();
        }
        book.put(order, Quantity.ZERO);
        return leaving.remove(order.id()) ? cancel(order, now) : List.of();
    }

    /**
     * Moves the price of an instrument: expires what has outlived its time, wakes the stops it reaches, fills what it touches. Of
     * orders that exclude each other at most one trades, a stop rather than a target.
     */
    public List<OrderEvent> move(InstrumentId instrument, PriceMove move, Instant now) {
        RestingOrders book = books.get(instrument);
        if (book == null || book.isEmpty()) {
            return List.of();
        }
        List<OrderEvent> events = new ArrayList<>();
        List<Order> traded = new ArrayList<>();
        List<Resting> touched = book.touched(move);
        for (Resting resting : book.concerned(move, now)) {
            Order order = resting.order();
            if (isOver(order, now)) {
                if (household.leaves(order)) {
                    events.add(VenueEvents.expired(order, now, "Its time is over."));
                    book.remove(order.id());
                }
            } else if (!RestingOrders.isExcluded(order, traded) && wake(order, move, now, events)) {
                traded.add(order);
            }
        }
        QueuePosition queue = new QueuePosition(model, move);
        for (Resting resting : touched) {
            Order order = resting.order();
            if (book.find(order.id()) != null && !isOver(order, now) && !RestingOrders.isExcluded(order, traded)) {
                Quantity tradable = queue.tradable(resting);
                Quantity quantity = tradable.isZero() ? tradable : household.take(order, tradable);
                if (!quantity.isZero()) {
                    traded.add(order);
                    keep(Taking.after(order, VenueEvents.made(order, quantity, now, move.at()), events));
                }
            }
        }
        return events;
    }

    /**
     * An auction has ended: every resting order that its price meets trades whole at this price.
     *
     * @param ended when the auction was over, by the market's clock; orders that had ended before are left out
     */
    public List<OrderEvent> uncross(InstrumentId instrument, Quote price, Instant ended, Instant now) {
        RestingOrders book = books.get(instrument);
        if (book == null || book.isEmpty()) {
            return List.of();
        }
        List<OrderEvent> events = new ArrayList<>();
        List<Order> traded = new ArrayList<>();
        for (Resting resting : book.touched(PriceMove.at(price.last(), price.at()))) {
            Order order = resting.order();
            Instant end = RestingOrders.end(order);
            if ((end == null || !end.isBefore(ended)) && !RestingOrders.isExcluded(order, traded)) {
                Quantity quantity = household.take(order, order.remaining());
                if (!quantity.isZero()) {
                    traded.add(order);
                    keep(Taking.after(
                            order, VenueEvents.crossed(order, price.last(), quantity, now, price.at()), events));
                }
            }
        }
        return events;
    }

    /** Ends every order whose time was over at this moment, although no price moves. */
    public List<OrderEvent> expire(Instant over, Instant now) {
        List<OrderEvent> events = new ArrayList<>();
        for (RestingOrders book : books.values()) {
            for (Resting resting : book.overdue(over)) {
                Order order = resting.order();
                if (household.leaves(order)) {
                    events.add(VenueEvents.expired(order, now, "Its time is over."));
                    book.remove(order.id());
                }
            }
        }
        return events;
    }

    /** What is left of an order stays, and keeps its place. */
    private void keep(Order order) {
        if (order.remaining().isZero()) {
            book(order).remove(order.id());
        } else {
            book(order).put(order, Quantity.ZERO);
        }
    }

    private static boolean isOver(Order order, Instant now) {
        Instant end = RestingOrders.end(order);
        return end != null && !now.isBefore(end);
    }

    /** Lets a sleeping order follow the move, and sets it off when its stop was reached; answers whether it traded. */
    private boolean wake(Order order, PriceMove along, Instant now, List<OrderEvent> events) {
        Waking waking = Waking.of(order, along, now);
        events.addAll(waking.events());
        Order awake = waking.order();
        if (awake.isAsleep()) {
            if (awake != order) {
                restore(awake);
            }
            return false;
        }
        PriceMove move = waking.move();
        Price stop = awake.stopPrice();
        Price met = order.side().isBuy() ? stop.max(move.open()) : stop.min(move.open());
        Quote market = Quote.last(met, move.at());
        boolean trades = awake.price() == null || Taking.meets(awake, market);
        if (trades) {
            taking.take(awake, market, now, events);
            book(order).remove(order.id());
        } else {
            restore(awake);
        }
        return trades;
    }

    private RestingOrders book(Order order) {
        return books.computeIfAbsent(order.instrument().id(), _ -> new RestingOrders());
    }
}
