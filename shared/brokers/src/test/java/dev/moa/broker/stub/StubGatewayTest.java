package dev.moa.broker.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.Capabilities.ClientIds;
import dev.moa.broker.http.VenueAway;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.testkit.Await;
import dev.moa.testkit.exchange.ExchangeAccount;
import dev.moa.testkit.exchange.Mood;
import dev.moa.testkit.exchange.Route;
import dev.moa.testkit.exchange.StubExchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StubGatewayTest {
    private static final InstrumentId BTC = InstrumentId.parse("BINANCE:BTCUSDT");
    private static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());

    private final List<OrderEvent> told = new CopyOnWriteArrayList<>();

    /** A gateway on an exchange of the class that it expects. */
    private record Pair(StubExchange exchange, StubGateway gateway) implements AutoCloseable {
        static Pair of(ClientIds ids) {
            return of(ids, Duration.ofSeconds(10));
        }

        static Pair of(ClientIds ids, Duration answerWithin) {
            StubExchange exchange = new StubExchange(
                    switch (ids) {
                        case UNIQUE_FOR_EVER -> StubExchange.Ids.FOR_EVER;
                        case UNIQUE_WHILE_OPEN -> StubExchange.Ids.WHILE_OPEN;
                        case NONE -> StubExchange.Ids.NONE;
                    },
                    Clock.systemUTC());
            var settings = new StubSettings(exchange.http(), answerWithin, Duration.ofSeconds(10), false);
            return new Pair(exchange, new StubGateway(ids, settings, Map.of("api_key", "kim"), Clock.systemUTC()));
        }

        ExchangeAccount account() {
            return exchange.account("kim");
        }

        @Override
        public void close() {
            gateway.close();
            exchange.close();
        }
    }

    private static Order order() {
        var request = OrderRequest.limit(VenueRules.instrument(BTC), Side.BUY, Quantity.of("2"), Price.of("100"));
        Order order = Order.create(
                new OrderId(UUID.randomUUID()),
                ACCOUNT,
                request,
                Price.of("100"),
                Instant.parse("2026-11-21T09:00:00Z"));
        return order.named(
                        "moa" + order.id().value().toString().replace("-", "").substring(0, 26))
                .apply(new OrderEvent.Submitted(order.id(), Instant.now(), "sent"))
                .order();
    }

    private <E extends OrderEvent> E told(Class<E> kind) {
        Await.until(kind.getSimpleName() + " is told", () -> told.stream().anyMatch(kind::isInstance));
        return kind.cast(told.stream().filter(kind::isInstance).findFirst().orElseThrow());
    }

    private static void connect(Pair pair, List<OrderEvent> told, List<Order> sent) {
        pair.gateway().connect(sent, told::add);
        Await.until(
                "the stream is up",
                () -> pair.gateway().link().up() && pair.exchange().streams() == 1);
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void anOrderIsPlacedFilledAndFoundAgain(ClientIds ids) {
        try (Pair pair = Pair.of(ids)) {
            connect(pair, told, List.of());
            Order order = order();
            pair.gateway().submit(order);
            String number = told(OrderEvent.Accepted.class).venueOrderId();
            pair.account().fill(pair.account().orders().getFirst(), "0.5", "99.5");
            OrderEvent.Filled filled = told(OrderEvent.Filled.class);
            assertEquals(order.id(), filled.orderId());
            assertEquals(Price.of("99.5"), filled.fill().price());

            Order known = order.apply(told(OrderEvent.Accepted.class)).order();
            OrderSnapshot found = pair.gateway().find(known).orElseThrow();
            assertEquals(number, found.number());
            assertEquals(Quantity.of("0.5"), found.filled());
            assertEquals(List.of(found), pair.gateway().openOrders().items());
            assertEquals(1, pair.gateway().fillsSince(Instant.EPOCH).items().size());
            assertEquals(
                    "0.5",
                    pair.gateway().account().holdings().getFirst().quantity().toPlainString());
        }
    }

    @ParameterizedTest
    @CsvSource({"LOST", "ERROR_BEFORE", "ERROR_AFTER", "RESET_BEFORE", "RESET_AFTER", "GARBLED", "SWALLOWED"})
    void withoutAnAnswerNobodyKnowsAndNothingIsSentAgain(Mood.Kind kind) {
        try (Pair pair = Pair.of(ClientIds.NONE, Duration.ofSeconds(1))) {
            pair.gateway().connect(List.of(), told::add);
            pair.exchange().script(Route.PLACE, new Mood(kind, Duration.ZERO));
            pair.gateway().submit(order());
            told(OrderEvent.Unconfirmed.class);
            assertEquals(1, pair.exchange().asked(Route.PLACE));
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void aRefusalForTheRateIsDefiniteAndSaysHowLongToWaitAndIsNotRepeatedHere(ClientIds ids) {
        try (Pair pair = Pair.of(ids)) {
            pair.gateway().connect(List.of(), told::add);
            pair.exchange().script(Route.PLACE, Mood.rateLimited(Duration.ofSeconds(7)));
            Order order = order();
            pair.gateway().submit(order);
            OrderEvent.Deferred deferred = told(OrderEvent.Deferred.class);
            assertEquals(order.clientOrderId(), deferred.attempt());
            assertEquals(Duration.ofSeconds(7), Duration.between(deferred.at(), deferred.until()));
            assertEquals(1, pair.exchange().asked(Route.PLACE));
            assertTrue(pair.account().orders().isEmpty());
        }
    }

    @Test
    void aDocumentedRefusalIsDefiniteWhateverItsStatus() {
        try (Pair pair = Pair.of(ClientIds.UNIQUE_FOR_EVER)) {
            pair.gateway().connect(List.of(), told::add);
            pair.exchange().script(Route.PLACE, Mood.REFUSED_WITH_500);
            pair.gateway().submit(order());
            told(OrderEvent.Rejected.class);
            assertEquals(1, pair.exchange().asked(Route.PLACE));
            assertTrue(pair.account().orders().isEmpty());
        }
    }

    @Test
    void anOrderThatNeverLeftIsRejected() {
        Pair pair = Pair.of(ClientIds.UNIQUE_WHILE_OPEN);
        pair.gateway().connect(List.of(), told::add);
        pair.exchange().close();
        pair.gateway().submit(order());
        assertTrue(told(OrderEvent.Rejected.class).cause().contains("never left"));
        pair.gateway().close();
    }

    @Test
    void aNameThatIsTakenMeansThatAnOrderOfOursIsThere() {
        try (Pair pair = Pair.of(ClientIds.UNIQUE_FOR_EVER)) {
            connect(pair, told, List.of());
            Order order = order();
            pair.gateway().submit(order);
            told(OrderEvent.Accepted.class);
            pair.gateway().submit(order);
            told(OrderEvent.Unconfirmed.class);
            assertEquals(1, pair.account().orders().size());
        }
    }

    @Test
    void whatWasHandedInBeforeARestartIsUnconfirmed() {
        try (Pair pair = Pair.of(ClientIds.UNIQUE_FOR_EVER)) {
            Order order = order();
            connect(pair, told, List.of(order));
            assertEquals(order.id(), told(OrderEvent.Unconfirmed.class).orderId());
            assertEquals(0, pair.exchange().asked(Route.PLACE));
        }
    }

    @Test
    void aChangedOrderGoesOnUnderANewNumberWhereTheVenueGivesOne() {
        try (Pair pair = Pair.of(ClientIds.NONE)) {
            connect(pair, told, List.of());
            Order order = order();
            pair.gateway().submit(order);
            Order known = order.apply(told(OrderEvent.Accepted.class)).order();
            pair.gateway().amend(known, Amendment.price(Price.of("101")));
            OrderEvent.Amended amended = told(OrderEvent.Amended.class);
            assertEquals(Price.of("101"), amended.to().price());
            OrderSnapshot now = pair.gateway().find(known).orElseThrow();
            assertEquals(known.venueOrderId(), now.originalNumber());
            assertFalse(known.venueOrderId().equals(now.number()));
        }
    }

    @Test
    void aReadWithoutAnAnswerIsNeverAnEmptyAnswer() {
        try (Pair pair = Pair.of(ClientIds.UNIQUE_FOR_EVER)) {
            pair.exchange().script(Route.FIND, Mood.ERROR_BEFORE, Mood.OK);
            assertThrows(VenueAway.class, () -> pair.gateway().find(order()));
            assertTrue(pair.gateway().find(order()).isEmpty());
            pair.exchange().script(Route.OPEN_ORDERS, Mood.CUT);
            assertFalse(pair.gateway().openOrders().complete());
        }
    }

    @Test
    void aMessageAboutAnOrderOfSomebodyElseRaisesADoubt() {
        try (Pair pair = Pair.of(ClientIds.UNIQUE_FOR_EVER)) {
            connect(pair, told, List.of());
            long before = pair.gateway().link().doubts();
            pair.account().placeElsewhere(null, "BINANCE:BTCUSDT", "BUY", "1", "90");
            Await.until("a doubt", () -> pair.gateway().link().doubts() > before);
            pair.exchange().dropStreams();
            long dropped = pair.gateway().link().doubts();
            Await.until("connected again", () -> pair.gateway().link().doubts() > dropped);
        }
    }
}
