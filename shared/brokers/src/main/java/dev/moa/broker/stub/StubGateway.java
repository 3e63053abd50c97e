package dev.moa.broker.stub;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.Capabilities;
import dev.moa.broker.Link;
import dev.moa.broker.OrderEvents;
import dev.moa.broker.http.Fields;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueAway;
import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.Listing;
import dev.moa.broker.snapshot.Movement;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.value.OrderId;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One account at the test exchange. Requests run side by side; what is told arrives in no order but the venue's. */
public final class StubGateway implements BrokerGateway {
    private final Capabilities capabilities;
    private final StubRest rest;
    private final StubStream stream;
    private final Clock clock;
    /** Whose number or name it is, as far as this gateway has handed orders in or been told of them. */
    private final Map<String, OrderId> ours = new ConcurrentHashMap<>();

    private volatile OrderEvents sink;

    public StubGateway(
            Capabilities.ClientIds ids, StubSettings settings, Map<String, String> credentials, Clock clock) {
        String key = credentials.getOrDefault("api_key", "");
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(settings.answerWithin()).build();
        this.capabilities = new Capabilities(
                ids,
                settings.stops()
                        ? EnumSet.of(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP, OrderType.STOP_LIMIT)
                        : EnumSet.of(OrderType.MARKET, OrderType.LIMIT),
                EnumSet.allOf(TimeInForce.class),
                ids.carried() ? Capabilities.Amend.KEEPS_NUMBER : Capabilities.Amend.GIVES_NEW_NUMBER,
                settings.engineTimeout(),
                Duration.ofDays(90),
                true);
        this.rest = new StubRest(http, settings, key);
        this.stream = new StubStream(http, settings, key, clock, this::heard);
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Link link() {
        return stream.link();
    }

    @Override
    public void connect(Collection<Order> sent, OrderEvents events) {
        sink = events;
        sent.forEach(this::remember);
        stream.open();
        for (Order order : sent) {
            if (order.status() == OrderStatus.SUBMITTED) {
                tell(new OrderEvent.Unconfirmed(
                        order.id(), clock.instant(), "Handed in before a restart; the answer is not known."));
            }
        }
    }

    private void remember(Order order) {
        if (capabilities.clientIds().carried()) {
            ours.put(order.clientOrderId(), order.id());
        }
        if (order.venueOrderId() != null) {
            ours.put(order.venueOrderId(), order.id());
        }
    }

    @Override
    public void submit(Order order) {
        remember(order);
        String body = StubMapper.order(order, capabilities.clientIds().carried());
        aside(order, "POST", "/orders", body, answer -> switch (answer) {
            case StubRest.Answer.Done done -> accepted(order, done.content());
            case StubRest.Answer.Refused refused
            when refused.code().equals("duplicate_client_id") ->
                unconfirmed(order, "the venue has an order of this name");
            case StubRest.Answer.Refused refused ->
                new OrderEvent.Rejected(order.id(), clock.instant(), "Refused by the venue: " + refused.message());
            case StubRest.Answer.SlowDown slow -> deferred(order, slow.pause());
            case StubRest.Answer.NeverSent never ->
                new OrderEvent.Rejected(order.id(), clock.instant(), "It never left: " + never.why() + ".");
            case StubRest.Answer.Unknown unknown -> unconfirmed(order, unknown.why());
        });
    }

    @Override
    public void cancel(Order order) {
        aside(order, "DELETE", "/orders?" + address(order), null, answer -> switch (answer) {
            case StubRest.Answer.Done done ->
                new OrderEvent.Cancelled(order.id(), clock.instant(), "Cancelled on request.");
            case StubRest.Answer.SlowDown slow ->
                new OrderEvent.CancelRefused(order.id(), clock.instant(), "The venue gets too many requests.");
            case StubRest.Answer.Refused refused -> {
                // Closed or unknown there: what became of it is told by its trades and by reconciliation, not by this.
                stream.doubt();
                yield null;
            }
            case StubRest.Answer.NeverSent never -> doubtful();
            case StubRest.Answer.Unknown unknown -> doubtful();
        });
    }

    @Override
    public void amend(Order order, Amendment to) {
        aside(order, "PUT", "/orders?" + address(order), StubMapper.amendment(to), answer -> {
            if (answer instanceof StubRest.Answer.Done done) {
                OrderSnapshot changed = StubMapper.order(done.content());
                ours.put(changed.number(), order.id());
                if (!changed.number().equals(order.venueOrderId())) {
                    tell(new OrderEvent.Accepted(
                            order.id(), changed.number(), clock.instant(), "It goes on under a new number."));
                }
                return new OrderEvent.Amended(
                        order.id(),
                        new Amendment(changed.price(), changed.quantity(), to.stopPrice(), null),
                        clock.instant(),
                        "Changed by the venue.");
            }
            return doubtful();
        });
    }

    private OrderEvent doubtful() {
        stream.doubt();
        return null;
    }

    private OrderEvent accepted(Order order, Fields content) {
        String number = StubMapper.order(content).number();
        ours.put(number, order.id());
        return new OrderEvent.Accepted(order.id(), number, clock.instant(), "Taken by the venue.");
    }

    private OrderEvent deferred(Order order, Duration wait) {
        Instant now = clock.instant();
        return new OrderEvent.Deferred(
                order.id(), order.clientOrderId(), now.plus(wait), now, "The venue gets too many requests; it waits.");
    }

    private OrderEvent unconfirmed(Order order, String why) {
        return new OrderEvent.Unconfirmed(
                order.id(), clock.instant(), "Nobody knows whether it was taken: " + why + ".");
    }

    /** Sends once, on a thread of its own; null is nothing to tell. */
    private void aside(
            Order order, String method, String target, String body, Function<StubRest.Answer, OrderEvent> meaning) {
        Thread.ofVirtual().name("stub-" + order.id()).start(() -> {
            OrderEvent event;
            try {
                event = meaning.apply(rest.send(method, target, body));
            } catch (UnreadableMessage e) {
                event = method.equals("POST") ? unconfirmed(order, "unreadable answer") : doubtful();
            }
            if (event != null) {
                tell(event);
            }
            if (event instanceof OrderEvent.Unconfirmed) {
                // Only now: whoever compares because of the doubt must find the order in doubt.
                stream.doubt();
            }
        });
    }

    private void tell(OrderEvent event) {
        sink.told(event);
    }

    /** A message of the stream; false when it is about an order nobody handed in here. */
    private boolean heard(StubStream.Message message) {
        return switch (message) {
            case StubStream.Message.Traded(FillSnapshot trade) -> {
                OrderId id = owner(trade.orderNumber(), trade.clientOrderId());
                if (id != null) {
                    tell(new OrderEvent.Filled(id, trade.fill(), clock.instant(), "Traded at the venue."));
                }
                yield id != null;
            }
            case StubStream.Message.Changed(OrderSnapshot order) -> {
                OrderId id = owner(order.number(), order.clientOrderId());
                if (id == null) {
                    yield false;
                }
                ours.put(order.number(), id);
                ended(id, order);
                yield true;
            }
        };
    }

    private OrderId owner(String number, String name) {
        OrderId id = ours.get(number);
        return id != null || name == null ? id : ours.get(name);
    }

    private void ended(OrderId id, OrderSnapshot order) {
        Instant now = clock.instant();
        switch (order.state()) {
            case OPEN -> tell(new OrderEvent.Accepted(id, order.number(), now, "Taken by the venue."));
            case CANCELLED -> tell(new OrderEvent.Cancelled(id, now, "Cancelled at the venue."));
            case EXPIRED -> tell(new OrderEvent.Expired(id, now, "Expired at the venue."));
            case REJECTED -> tell(new OrderEvent.Rejected(id, now, "Refused by the venue after it was taken."));
            case FILLED -> {
                // Its trades say so.
            }
        }
    }

    private String address(Order order) {
        return order.venueOrderId() != null
                ? "number=" + encoded(order.venueOrderId())
                : "client_id=" + encoded(order.clientOrderId());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<OrderSnapshot> find(Order order) {
        if (order.venueOrderId() == null && !capabilities.clientIds().carried()) {
            throw new UnsupportedOperationException("without a number this venue cannot be asked for an order");
        }
        return switch (rest.ask("/order?" + address(order))) {
            case StubRest.Answer.Done done -> Optional.of(reading(() -> StubMapper.order(done.content())));
            case StubRest.Answer other -> Optional.empty();
        };
    }

    @Override
    public Listing<OrderSnapshot> openOrders() {
        return list("/orders?open=true", StubMapper::order);
    }

    @Override
    public Listing<OrderSnapshot> ordersSince(Instant from) {
        return list("/orders?from=" + from.toEpochMilli(), StubMapper::order);
    }

    @Override
    public Listing<FillSnapshot> fillsSince(Instant from) {
        return list("/fills?from=" + from.toEpochMilli(), row -> StubMapper.fill(row, clock.instant()));
    }

    @Override
    public Listing<Movement> movementsSince(Instant from) {
        return list("/movements?from=" + from.toEpochMilli(), StubMapper::movement);
    }

    @Override
    public AccountSnapshot account() {
        return reading(() -> StubMapper.account(rest.read("/account")));
    }

    private <T> Listing<T> list(String target, Function<Fields, T> reader) {
        return reading(() -> StubMapper.listing(rest.read(target), reader));
    }

    private static <T> T reading(java.util.function.Supplier<T> question) {
        try {
            return question.get();
        } catch (UnreadableMessage e) {
            throw new VenueAway("unreadable answer: " + e.getMessage(), e);
        }
    }

    /** Answers that are still on their way are told when they come: they are facts. */
    @Override
    public void close() {
        stream.close();
    }
}
