package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.BTC;
import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.dec;
import static dev.moa.domain.Samples.limit;
import static dev.moa.domain.Samples.market;
import static dev.moa.domain.Samples.minute;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.value.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedVenueTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private final SimulatedVenue venue = new SimulatedVenue(FillModel.SIGNAL_CLOSE);

    @Test
    void aMarketOrderPaysTheAskAndTheTakersFee() {
        Order order = market(Side.BUY, "0.5", "60000");

        List<OrderEvent> events =
                venue.submit(order, new Quote(price("60000"), price("59999"), price("60001"), T0), NOW);

        assertInstanceOf(OrderEvent.Accepted.class, events.getFirst());
        Fill fill = fill(events.getLast());
        assertEquals(price("60001"), fill.price());
        assertEquals(qty("0.5"), fill.quantity());
        assertEquals(usdt("30.0005"), fill.fee());
        assertEquals(NOW, fill.time());
        assertEquals(T0, fill.marketTime());
        assertEquals(order.id() + "-1", fill.id().value());
    }

    @ParameterizedTest
    @CsvSource({
        "BINANCE:BTCUSDT, BUY, 60000, 60012",
        "BINANCE:BTCUSDT, SELL, 60000, 59988",
        "BINANCE:BTCUSDT, BUY, 60000.03, 60012.03",
        "BINANCE:BTCUSDT, SELL, 60000.03, 59988.03",
        "KRX:005930, BUY, 70000, 70000",
        "KRX:005930, SELL, 70000, 70000",
        "UPBIT:KRW-BTC, BUY, 150000000, 150030000",
        "UPBIT:KRW-BTC, SELL, 150000500, 149971000",
    })
    void withoutABookSlippageGoesAgainstTheTakerAndIsRoundedTowardsTheLastPrice(
            String name, Side side, String last, String expected) {
        Instrument instrument = VenueRules.instrument(InstrumentId.parse(name));
        Quote quote = Quote.last(price(last), T0);
        assertEquals(price(expected), FillModel.SIGNAL_CLOSE.taker(instrument, side, quote));
        assertEquals(price(last), FillModel.SIGNAL_CLOSE.withSlippage(dec("0")).taker(instrument, side, quote));
    }

    @Test
    void aMarketOrderWithoutAPriceIsRejected() {
        assertInstanceOf(
                OrderEvent.Rejected.class,
                venue.submit(market(Side.BUY, "1", "1"), null, NOW).getFirst());
    }

    @Test
    void aLimitThatTheMarketMeetsTradesAtTheMarketButNeverWorseThanItsLimit() {
        Quote wide = new Quote(price("100"), price("99"), price("101"), T0);
        assertEquals(
                price("101"),
                fill(venue.submit(limit(Side.BUY, "1", "105"), wide, NOW).getLast())
                        .price());
        assertEquals(
                price("99"),
                fill(venue.submit(limit(Side.SELL, "1", "90"), wide, NOW).getLast())
                        .price());

        Quote thin = Quote.last(price("100"), T0);
        assertEquals(
                price("100.01"),
                fill(venue.submit(limit(Side.BUY, "1", "100.01"), thin, NOW).getLast())
                        .price());
        assertEquals(
                price("100"),
                fill(venue.submit(limit(Side.BUY, "1", "100"), thin, NOW).getLast())
                        .price());
    }

    @Test
    void aRestingLimitFillsWholeAtItsOwnPriceWhenAMoveTouchesIt() {
        Order buy = rest(limit(Side.BUY, "2", "95"));
        Order sell = rest(limit(Side.SELL, "1", "105"));

        assertEquals(List.of(), move("100", "104.99", "95.01", "100"));
        List<OrderEvent> events = move("100", "105", "95", "100");

        assertEquals(
                List.of(buy.id(), sell.id()),
                events.stream().map(OrderEvent::orderId).toList());
        assertEquals(price("95"), fill(events.getFirst()).price());
        assertEquals(usdt("0.19"), fill(events.getFirst()).fee());
        assertEquals(price("105"), fill(events.getLast()).price());
        assertEquals(List.of(), move("100", "200", "1", "100"));
    }

    @Test
    void aGapBeyondARestingLimitStillFillsAtTheLimit() {
        rest(limit(Side.BUY, "1", "95"));
        assertEquals(price("95"), fill(move("80", "81", "79", "80").getFirst()).price());
    }

    @Test
    void aMoveTouchesOnlyItsOwnInstrument() {
        rest(limit(Side.BUY, "1", "95"));
        PriceMove deep = new PriceMove(price("1"), price("1"), price("1"), price("1"), T0);
        assertEquals(List.of(), venue.move(Samples.ETH.id(), deep, NOW));
    }

    @Test
    void ordersThatCannotWaitExpire() {
        for (TimeInForce wish : List.of(TimeInForce.IOC, TimeInForce.FOK)) {
            Order order = Samples.order(
                    OrderRequest.limit(BTC, Side.BUY, qty("1"), price("95")).goodFor(wish), "95");
            assertInstanceOf(
                    OrderEvent.Expired.class,
                    venue.submit(order, at("100"), NOW).getLast());
            assertFalse(venue.knows(order));
            assertEquals(
                    price("90"),
                    fill(venue.submit(order, Quote.exactly(price("90"), T0), NOW)
                                    .getLast())
                            .price());
        }
    }

    @Test
    void aDayOrderExpiresOnTheNextDay() {
        Order order = Samples.order(
                OrderRequest.limit(BTC, Side.BUY, qty("1"), price("95")).goodFor(TimeInForce.DAY), "95");
        venue.submit(order, at("100"), T0);

        assertEquals(List.of(), venue.move(BTC.id(), flat("100"), T0.plus(Duration.ofHours(23))));
        List<OrderEvent> events = venue.move(BTC.id(), flat("90"), T0.plus(Duration.ofHours(24)));

        assertInstanceOf(OrderEvent.Expired.class, events.getFirst());
        assertEquals(1, events.size());
    }

    @Test
    void aCancelledOrderIsGoneAndASecondCancelIsRefused() {
        Order order = rest(limit(Side.BUY, "1", "95"));

        assertInstanceOf(OrderEvent.Cancelled.class, venue.cancel(order, NOW).getFirst());
        assertInstanceOf(
                OrderEvent.CancelRefused.class, venue.cancel(order, NOW).getFirst());
        assertEquals(List.of(), move("90", "90", "90", "90"));
    }

    @Test
    void aRestoredOrderFillsWhatWasLeftUnderTheNextFillId() {
        Order order = limit(Side.BUY, "2", "95");
        Order sent = order.apply(Samples.submitted(order)).order();
        Order part = sent.apply(Samples.filled(sent, Samples.fill(order.id() + "-1", "0.5", "95", "0")))
                .order();
        venue.restore(part);
        assertTrue(venue.knows(part));

        Fill rest = fill(move("95", "95", "95", "95").getFirst());

        assertEquals(qty("1.5"), rest.quantity());
        assertEquals(order.id() + "-2", rest.id().value());
    }

    private Order rest(Order order) {
        assertEquals(1, venue.submit(order, at("100"), NOW).size());
        assertTrue(venue.knows(order));
        return order;
    }

    private static Quote at(String last) {
        return Quote.last(price(last), T0);
    }

    private static PriceMove flat(String price) {
        return new PriceMove(price(price), price(price), price(price), price(price), T0);
    }

    private List<OrderEvent> move(String open, String high, String low, String close) {
        return venue.move(BTC.id(), new PriceMove(price(open), price(high), price(low), price(close), minute(1)), NOW);
    }

    private static Fill fill(OrderEvent event) {
        return assertInstanceOf(OrderEvent.Filled.class, event).fill();
    }
}
