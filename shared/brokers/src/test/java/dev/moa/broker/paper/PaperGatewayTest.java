package dev.moa.broker.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.testkit.FixedClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaperGatewayTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final UUID ID = UUID.fromString("0192f0c4-0000-7000-8000-000000000001");
    private static final Instrument BTC = VenueRules.instrument(InstrumentId.parse("BINANCE:BTCUSDT"));

    private final List<OrderEvent> told = new ArrayList<>();
    private Quote market;
    private final PaperGateway gateway =
            new PaperGateway(instrument -> Optional.ofNullable(market), new FixedClock(NOW));

    @Test
    void aMarketOrderIsFilledBeforeTheCallReturns() {
        market = quote("60000");
        gateway.connect(List.of(), told::add);
        gateway.submit(submitted(marketBuy()));

        assertEquals("60012", filled().price().toString());
    }

    @Test
    void aMarketOrderOfBeforeARestartWaitsForAPrice() {
        gateway.connect(List.of(submitted(marketBuy())), told::add);
        assertEquals(List.of(), told);

        assertEquals(
                List.of(),
                gateway.priced(InstrumentId.parse("BINANCE:ETHUSDT"), quote("2000")),
                "a price of something else");
        told.addAll(gateway.priced(BTC.id(), quote("60000")));
        assertEquals("60012", filled().price().toString());
        assertEquals(List.of(), gateway.priced(BTC.id(), quote("60000")), "filled once");
    }

    @Test
    void aMarketOrderThatWaitsCanBeCancelled() {
        Order waiting = submitted(marketBuy());
        gateway.connect(List.of(waiting), told::add);
        gateway.cancel(waiting);

        assertTrue(told.getLast() instanceof OrderEvent.Cancelled, told::toString);
        assertEquals(List.of(), gateway.priced(BTC.id(), quote("60000")));
    }

    @Test
    void theFirstPriceAfterARestartTouchesNothingThatRests() {
        Order resting = accepted(limitBuy("50000"));
        gateway.connect(List.of(resting), told::add);

        assertEquals(List.of(), gateway.priced(BTC.id(), quote("40000")), "it may be old");
        told.addAll(gateway.move(
                BTC.id(), PriceMove.between(price("51000"), price("49000"), price("51000"), price("50500"), NOW)));
        assertEquals("50000", filled().price().toString());
    }

    @Test
    void aCancelThatWasAskedForBeforeARestartIsDone() {
        Order asked = accepted(limitBuy("50000"))
                .apply(new OrderEvent.CancelRequested(new OrderId(ID), NOW, "asked"))
                .order();
        gateway.connect(List.of(asked), told::add);

        assertTrue(told.getLast() instanceof OrderEvent.Cancelled, told::toString);
    }

    private Fill filled() {
        return told.stream()
                .filter(OrderEvent.Filled.class::isInstance)
                .map(event -> ((OrderEvent.Filled) event).fill())
                .reduce((one, other) -> {
                    throw new AssertionError("filled twice: " + told);
                })
                .orElseThrow(() -> new AssertionError("not filled: " + told));
    }

    private static Order submitted(OrderRequest request) {
        Order order = Order.create(new OrderId(ID), new AccountId(UUID.randomUUID()), request, price("60000"), NOW);
        return order.apply(new OrderEvent.Submitted(order.id(), NOW, "sent")).order();
    }

    private static Order accepted(OrderRequest request) {
        Order order = submitted(request);
        Order accepted = order.apply(new OrderEvent.Accepted(order.id(), "1", NOW, "taken"))
                .order();
        assertEquals(OrderStatus.ACCEPTED, accepted.status());
        return accepted;
    }

    private static OrderRequest marketBuy() {
        return OrderRequest.market(BTC, Side.BUY, quantity());
    }

    private static OrderRequest limitBuy(String price) {
        return OrderRequest.limit(BTC, Side.BUY, quantity(), price(price));
    }

    private static Quantity quantity() {
        return new Quantity(new BigDecimal("0.1"));
    }

    private static Price price(String price) {
        return new Price(new BigDecimal(price));
    }

    private static Quote quote(String last) {
        return Quote.last(price(last), NOW);
    }
}
