package dev.moa.broker.reconciliation;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.Capabilities.ClientIds;
import dev.moa.broker.ClientOrderIds;
import dev.moa.broker.reconciliation.Reconciler.Outcome;
import dev.moa.broker.stub.StubGateway;
import dev.moa.broker.stub.StubSettings;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.testkit.Await;
import dev.moa.testkit.FixedClock;
import dev.moa.testkit.exchange.ExchangeAccount;
import dev.moa.testkit.exchange.ExchangeOrder;
import dev.moa.testkit.exchange.StubExchange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One account at one exchange, over real sockets, with a clock that the test moves. */
final class Bench implements AutoCloseable {
    static final String BTC = "BINANCE:BTCUSDT";
    static final InstrumentId INSTRUMENT = InstrumentId.parse(BTC);
    private static final UUID EPOCH = UUID.fromString("01900000-0000-7000-8000-00000000000e");

    final FixedClock clock = new FixedClock(Instant.parse("2026-11-20T01:00:00Z"));
    final StubExchange exchange;
    final MemoryBooks books;
    private final AccountId account = new AccountId(UUID.fromString("01900000-0000-7000-8000-0000000000aa"));
    private final Reconciler reconciler = new Reconciler(account, Patience.STANDARD);
    private final ClientIds ids;
    private final Duration answerWithin;
    private final Instant began;
    private Queue<OrderEvent> told = new ConcurrentLinkedQueue<>();
    private BrokerGateway gateway;
    private int counter;

    Bench(ClientIds ids) {
        this(ids, Duration.ofSeconds(20));
    }

    /** @param answerWithin how long the gateway waits for an answer that may never come */
    Bench(ClientIds ids, Duration answerWithin) {
        this.ids = ids;
        this.answerWithin = answerWithin;
        exchange = new StubExchange(
                switch (ids) {
                    case UNIQUE_FOR_EVER -> StubExchange.Ids.FOR_EVER;
                    case UNIQUE_WHILE_OPEN -> StubExchange.Ids.WHILE_OPEN;
                    case NONE -> StubExchange.Ids.NONE;
                },
                clock);
        there().cash("USDT", "100000");
        books = new MemoryBooks(
                account.value(),
                Portfolio.opened(account, Money.of("100000", "USDT")),
                order -> gateway.cancel(books().named(order)));
        began = clock.instant();
        up();
    }

    private MemoryBooks books() {
        return books;
    }

    ExchangeAccount there() {
        return exchange.account("kim");
    }

    /** Trading starts: connects with everything that was handed in before. */
    void up() {
        told = new ConcurrentLinkedQueue<>();
        Queue<OrderEvent> queue = told;
        gateway = new StubGateway(
                ids,
                new StubSettings(exchange.http(), answerWithin, Duration.ofSeconds(10), false),
                Map.of("api_key", "kim"),
                clock);
        gateway.connect(books.openOrders().stream().map(books::named).toList(), queue::add);
        Await.until("the stream is up", () -> gateway.link().up() && exchange.streams() == 1);
        hear();
    }

    /** Trading ends; what the venue says from now on is heard by nobody. */
    void down() {
        hear();
        told = new ConcurrentLinkedQueue<>();
        gateway.close();
        Await.until("the stream is gone", () -> exchange.streams() == 0);
    }

    /** Takes in what was told so far. */
    void hear() {
        for (OrderEvent event = told.poll(); event != null; event = told.poll()) {
            if (!Reconciler.leftToLists(books.order(event.orderId()).orElseThrow(), event)) {
                books.apply(event);
            }
        }
    }

    Order buy(String quantity, String price) {
        return place(Side.BUY, quantity, price);
    }

    /** Stores, hands in, and does not wait for the answer. */
    Order place(Side side, String quantity, String price) {
        OrderId id = new OrderId(Derived.uuid(clock.instant(), "intent " + ++counter));
        OrderRequest request = price == null
                ? OrderRequest.market(VenueRules.instrument(INSTRUMENT), side, Quantity.of(quantity))
                : OrderRequest.limit(VenueRules.instrument(INSTRUMENT), side, Quantity.of(quantity), Price.of(price));
        Price reference = price == null ? Price.of("100") : Price.of(price);
        books.place(Order.create(id, account, request, reference, clock.instant()));
        books.names.put(id, ClientOrderIds.of(EPOCH, id, 1));
        books.sent.put(id, clock.instant());
        Order submitted = books.apply(new OrderEvent.Submitted(id, clock.instant(), "Handed to the venue."));
        gateway.submit(books.named(submitted));
        return submitted;
    }

    /** Places it and waits until the venue has it. */
    Order accepted(Side side, String quantity, String price) {
        Order order = place(side, quantity, price);
        await(order, OrderStatus.ACCEPTED);
        return now(order);
    }

    void cancel(Order order) {
        Order asked = books.apply(new OrderEvent.CancelRequested(order.id(), clock.instant(), "Wanted."));
        gateway.cancel(books.named(asked));
    }

    void amend(Order order, String price) {
        gateway.amend(books.named(now(order)), Amendment.price(Price.of(price)));
    }

    Order now(Order order) {
        return books.order(order.id()).orElseThrow();
    }

    void await(Order order, OrderStatus status) {
        Await.until(status + " of " + order.id(), () -> {
            hear();
            return now(order).status() == status;
        });
    }

    /** The venue's order that is the last placed. */
    ExchangeOrder last() {
        return there().orders().getLast();
    }

    /** Some seconds later, a whole comparison. */
    Outcome compare() {
        clock.advance(Duration.ofSeconds(6));
        return compareNow(read(), clock.instant());
    }

    VenueState read() {
        hear();
        List<Order> open = books.openOrders().stream().map(books::named).toList();
        return new VenueReader(gateway, clock).read(new VenueReader.Question(new ArrayList<>(open), began, began));
    }

    Outcome compareNow(VenueState state, Instant at) {
        return reconciler.compare(books, state, at, false, books::named);
    }

    /** The very first comparison of an account. */
    void open() {
        reconciler.compare(books, read(), clock.instant(), true, books::named);
    }

    /** Comparisons over this time, one every six seconds. */
    void compareFor(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            compare();
        }
    }

    long quarantined(Difference.Kind kind) {
        return books.quarantined().stream().filter(open -> open.kind() == kind).count();
    }

    /** Orders, positions and money of both sides are the same, and one more comparison changes nothing. */
    void agree() {
        String before = books.state();
        compare();
        if (!books.state().equals(before)) {
            throw new AssertionError("a second run changed " + before + " to " + books.state());
        }
        BigDecimal held = books.position(INSTRUMENT)
                .map(position -> position.signedQuantity())
                .orElse(BigDecimal.ZERO);
        if (held.compareTo(there().held(BTC)) != 0) {
            throw new AssertionError("we hold " + held + ", the venue " + there().held(BTC));
        }
        BigDecimal money = books.cash(dev.moa.domain.value.Currency.USDT);
        if (money.compareTo(there().cash("USDT")) != 0) {
            throw new AssertionError("we have " + money + ", the venue " + there().cash("USDT"));
        }
    }

    @Override
    public void close() {
        gateway.close();
        exchange.close();
    }
}
