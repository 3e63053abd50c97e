package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.order;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.value.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One price for all who met it when an auction ends. */
class AuctionTest {
    private static final Instrument SAMSUNG = VenueRules.instrument(InstrumentId.parse("KRX:005930"));
    private static final Instant OPENING = Instant.parse("2026-11-23T00:00:00Z");

    private final SimulatedVenue venue = new SimulatedVenue(FillModel.SIGNAL_CLOSE);

    private Order rests(Side side, String at, TimeInForce wish) {
        Order order =
                order(OrderRequest.limit(SAMSUNG, side, qty("10"), price(at)).goodFor(wish), at);
        venue.submit(order, null, order.createdAt());
        return order;
    }

    private List<OrderEvent> opensAt(String at) {
        return venue.uncross(SAMSUNG.id(), Quote.last(price(at), OPENING), OPENING, OPENING);
    }

    @Test
    void everybodyWhoMeetsTheAuctionsPriceTradesAtIt() {
        Order generous = rests(Side.BUY, "71000", TimeInForce.GTC);
        Order exact = rests(Side.SELL, "70500", TimeInForce.GTC);
        Order tooLow = rests(Side.BUY, "70400", TimeInForce.GTC);
        Order tooHigh = rests(Side.SELL, "70600", TimeInForce.GTC);
        List<OrderEvent> events = opensAt("70500");
        assertEquals(2, events.size());
        for (OrderEvent event : events) {
            assertEquals(price("70500"), ((OrderEvent.Filled) event).fill().price());
        }
        assertFalse(venue.knows(generous) || venue.knows(exact));
        assertTrue(venue.knows(tooLow) && venue.knows(tooHigh));
        assertTrue(opensAt("70500").isEmpty());
    }

    @Test
    void anOrderForADayThatWasOverBeforeDoesNotTrade() {
        Order yesterdays = rests(Side.BUY, "71000", TimeInForce.DAY);
        assertTrue(opensAt("70500").isEmpty());
        assertTrue(venue.expire(yesterdays.createdAt(), OPENING).isEmpty());
        List<OrderEvent> events = venue.expire(OPENING, OPENING.plus(Duration.ofSeconds(1)));
        assertEquals(
                List.of(yesterdays.id()),
                events.stream().map(OrderEvent::orderId).toList());
        assertTrue(events.getFirst() instanceof OrderEvent.Expired);
        assertFalse(venue.knows(yesterdays));
    }
}
