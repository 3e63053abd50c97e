package dev.moa.broker.paper;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.Capabilities;
import dev.moa.broker.Link;
import dev.moa.broker.OrderEvents;
import dev.moa.broker.Quotes;
import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.Listing;
import dev.moa.broker.snapshot.Movement;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.simulation.Calm;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.simulation.SimulatedVenue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The simulated venue of one account, on live or replayed prices. It remembers nothing of its own: what rests in it is
 * rebuilt from the account's open orders. Used by the account's thread only; events are told before a call returns.
 */
public final class PaperGateway implements BrokerGateway {
    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.ClientIds.UNIQUE_FOR_EVER,
            EnumSet.allOf(OrderType.class),
            EnumSet.allOf(TimeInForce.class),
            Capabilities.Amend.NONE,
            Duration.ZERO,
            Duration.ZERO,
            false);

    private static final String NO_BOOKS = "the simulated venue keeps no books: the account's own are all there is";

    private FillModel model = FillModel.SIGNAL_CLOSE;
    private SimulatedVenue venue = new SimulatedVenue(model);
    private HouseholdMember member;
    private final Quotes quotes;
    private final Clock clock;
    /** Market orders of before a restart, while no price is known yet, and those of an auction. */
    private final List<Order> waiting = new ArrayList<>();

    /** Read by whoever brings prices, on any thread; what is just being changed is not in it. */
    private final Map<InstrumentId, Calm> calm = new ConcurrentHashMap<>();

    private final Set<InstrumentId> stirred = new HashSet<>();
    private OrderEvents sink;

    public PaperGateway(Quotes quotes, Clock clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    /** Before it is connected: fills are priced like this from now on, and other accounts can be met. */
    public void join(HouseholdMember household, FillModel priced) {
        member = household;
        model = priced;
        venue = new SimulatedVenue(priced, household);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Link link() {
        return Link.ALWAYS;
    }

    @Override
    public void connect(Collection<Order> sent, OrderEvents events) {
        sink = events;
        for (Order order : sent) {
            stir(order.instrument().id());
            if (order.status() == OrderStatus.SUBMITTED || order.status() == OrderStatus.UNKNOWN) {
                submit(order);
            } else {
                restore(order);
                if (order.status() == OrderStatus.PENDING_CANCEL) {
                    cancel(order);
                }
            }
        }
        committed();
    }

    private void restore(Order order) {
        if (order.type() == OrderType.MARKET) {
            waiting.add(order);
        } else {
            venue.restore(order);
        }
    }

    @Override
    public void submit(Order order) {
        stir(order.instrument().id());
        Optional<Quote> quote = quotes.latest(order.instrument().id());
        if (quote.isEmpty() && order.type() == OrderType.MARKET) {
            waiting.add(order);
        } else {
            venue.submit(order, quote.orElse(null), clock.instant()).forEach(sink::told);
            committed();
        }
    }

    @Override
    public void cancel(Order order) {
        stir(order.instrument().id());
        boolean waited = waiting.removeIf(other -> other.id().equals(order.id()));
        if (waited) {
            sink.told(new OrderEvent.Cancelled(order.id(), clock.instant(), "Cancelled on request."));
        } else {
            venue.cancel(order, clock.instant()).forEach(sink::told);
        }
    }

    @Override
    public void amend(Order order, Amendment to) {
        throw new UnsupportedOperationException("the simulated venue changes no orders");
    }

    @Override
    public Optional<OrderSnapshot> find(Order order) {
        throw new UnsupportedOperationException(NO_BOOKS);
    }

    @Override
    public Listing<OrderSnapshot> openOrders() {
        throw new UnsupportedOperationException(NO_BOOKS);
    }

    @Override
    public Listing<OrderSnapshot> ordersSince(Instant from) {
        throw new UnsupportedOperationException(NO_BOOKS);
    }

    @Override
    public Listing<FillSnapshot> fillsSince(Instant from) {
        throw new UnsupportedOperationException(NO_BOOKS);
    }

    @Override
    public Listing<Movement> movementsSince(Instant from) {
        throw new UnsupportedOperationException(NO_BOOKS);
    }

    @Override
    public AccountSnapshot account() {
        throw new UnsupportedOperationException(NO_BOOKS);
    }

    /** Trades at this market instead of the latest one; answers what happened instead of telling it. */
    public List<OrderEvent> submitAt(Order order, Quote market) {
        stir(order.instrument().id());
        return venue.submit(order, market, clock.instant());
    }

    /** Trades with the household where that is not worse than this market, then at this market; answers what happened. */
    public SimulatedVenue.Submission submitAmong(Order order, Quote market) {
        stir(order.instrument().id());
        return venue.submitAmong(order, market, clock.instant());
    }

    /**
     * Everything up to here is stored: what came to rest can be met by others from now on.
     *
     * @return orders that others came across at the same moment, and that may be handed to {@link #meetAgain}
     */
    public List<Order> committed() {
        for (InstrumentId instrument : stirred) {
            if (waiting.stream().noneMatch(order -> order.instrument().id().equals(instrument))) {
                venue.calm(instrument).ifPresent(calmed -> calm.put(instrument, calmed));
            }
        }
        stirred.clear();
        return member == null ? List.of() : member.committed();
    }

    /** From now until everything is stored, every price of this instrument may matter. To be said before the market is looked at. */
    public void stir(InstrumentId instrument) {
        stirred.add(instrument);
        calm.remove(instrument);
    }

    /** Whether this move certainly concerns no order here. Any thread. */
    public boolean isCalm(InstrumentId instrument, PriceMove move) {
        Calm known = calm.get(instrument);
        return known != null && known.holds(move, clock.instant());
    }

    /** Trades an order that rests here with the household, as far as that is there; answers what happened. */
    public SimulatedVenue.Submission meetAgain(Order order) {
        stir(order.instrument().id());
        return venue.meetAgain(order, clock.instant());
    }

    /** A trade with the household was booked on this order; answers what follows from it. */
    public List<OrderEvent> settled(Order order) {
        stir(order.instrument().id());
        return venue.settled(order, clock.instant());
    }

    /** Gives a resting order other terms; answers what happened, nothing when they could not be given. */
    public List<OrderEvent> amendNow(Order order, Amendment to) {
        stir(order.instrument().id());
        Quote market = quotes.latest(order.instrument().id()).orElse(null);
        return venue.amend(order, to, market, clock.instant());
    }

    /** Takes an order into an auction: it trades with nothing until that is over. Answers what happened. */
    public SimulatedVenue.Submission gather(Order order) {
        stir(order.instrument().id());
        Instant now = clock.instant();
        if (order.type() != OrderType.MARKET) {
            return new SimulatedVenue.Submission(venue.submit(order, null, now), List.of());
        }
        waiting.add(order);
        OrderEvent taken = new OrderEvent.Accepted(order.id(), null, now, "Waits for the auction's price.");
        return new SimulatedVenue.Submission(List.of(taken), List.of());
    }

    /** An auction that was over at this moment found its price; answers what traded at it. */
    public List<OrderEvent> uncross(InstrumentId instrument, Quote price, Instant ended) {
        stir(instrument);
        List<OrderEvent> events = priced(instrument, Quote.exactly(price.last(), price.at()));
        events.addAll(venue.uncross(instrument, price, ended, clock.instant()));
        return events;
    }

    /** Ends what had outlived its time at this moment; answers what happened. */
    public List<OrderEvent> expire(Instant over) {
        return venue.expire(over, clock.instant());
    }

    /** Cancels; answers what happened instead of telling it. */
    public List<OrderEvent> cancelNow(Order order) {
        stir(order.instrument().id());
        if (waiting.removeIf(other -> other.id().equals(order.id()))) {
            return List.of(new OrderEvent.Cancelled(order.id(), clock.instant(), "Cancelled on request."));
        }
        return venue.cancel(order, clock.instant());
    }

    /** Ends a resting order whose time is over; answers what happened instead of telling it. */
    public List<OrderEvent> expireNow(Order order) {
        stir(order.instrument().id());
        return venue.expire(order, clock.instant());
    }

    /** Moves a price along; answers what that filled, instead of telling it. */
    public List<OrderEvent> move(InstrumentId instrument, PriceMove move) {
        stir(instrument);
        List<OrderEvent> events = priced(instrument, Quote.last(move.close(), move.at()));
        events.addAll(venue.move(instrument, move, clock.instant()));
        return events;
    }

    /** A first price is known: answers what became of the market orders that waited for one. Nothing resting is touched. */
    public List<OrderEvent> priced(InstrumentId instrument, Quote quote) {
        List<OrderEvent> events = new ArrayList<>();
        for (Iterator<Order> orders = waiting.iterator(); orders.hasNext(); ) {
            Order order = orders.next();
            if (order.instrument().id().equals(instrument)) {
                orders.remove();
                events.addAll(venue.submit(order, quote, clock.instant()));
            }
        }
        return events;
    }

    /** How its fills are priced. */
    public FillModel fillModel() {
        return model;
    }

    @Override
    public void close() {
        calm.clear();
        sink = null;
        if (member != null) {
            member.close();
        }
    }
}
