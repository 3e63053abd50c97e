package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.BTC;
import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.limit;
import static dev.moa.domain.Samples.market;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.simulation.FillModel.Liquidity;
import dev.moa.domain.value.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredLiquidityTest {
    private static final Quote BOOK = new Quote(price("100"), price("99.99"), price("100.01"), qty("3"), qty("2"), T0);

    private final SimulatedVenue venue = new SimulatedVenue(FillModel.SIGNAL_CLOSE.with(Liquidity.MEASURED));

    @Test
    void whatStoodBeforeAnOrderTradesFirst() {
        venue.submit(limit(Side.BUY, "2", "99.99"), BOOK, T0);

        assertEquals(List.of(), fills(down("99.99", "3")), "the three before it");
        assertEquals(List.of("0.5@99.99"), fills(down("99.99", "0.5")));
        assertEquals(List.of("1.5@99.99"), fills(down("99.99", "7")));
        assertEquals(List.of(), fills(down("99.99", "7")));
    }

    @Test
    void aPriceThatGoesThroughAnOrderFillsAllOfIt() {
        venue.submit(limit(Side.BUY, "2", "99.99"), BOOK, T0);
        assertEquals(List.of("2@99.99"), fills(down("99.98", "0.1")));
    }

    @Test
    void anOrderWithinTheSpreadHasNobodyBeforeIt() {
        venue.submit(
                limit(Side.SELL, "1", "100"),
                new Quote(price("99"), price("98"), price("101"), qty("9"), qty("9"), T0),
                T0);
        assertEquals(List.of("0.4@100"), fills(up("100", "0.4")));
    }

    @Test
    void twoOrdersDoNotTradeTheSameVolume() {
        Quote within = new Quote(price("100"), price("98"), price("102"), qty("1"), qty("1"), T0);
        venue.submit(limit(Side.BUY, "1", "99"), within, T0);
        venue.submit(limit(Side.BUY, "1", "99"), within, T0);
        assertEquals(List.of("1@99", "0.2@99"), fills(down("99", "1.2")));
    }

    @Test
    void whereNobodyKnowsTheVolumeATouchFillsAllOfIt() {
        venue.submit(limit(Side.BUY, "2", "99.99"), BOOK, T0);
        PriceMove touch = new PriceMove(price("100"), price("100"), price("99.99"), price("100"), T0);
        assertEquals(List.of("2@99.99"), fills(venue.move(BTC.id(), touch, T0)));
    }

    @Test
    void aTakerPaysTheQuoteForWhatIsThereAndSlippageForTheRest() {
        List<OrderEvent> events = venue.submit(market(Side.BUY, "5", "100"), BOOK, T0);
        assertEquals(List.of("2@100.01", "3@100.03"), fills(events));
    }

    @Test
    void aLimitTakesWhatIsThereAndRestsWithTheOthers() {
        List<OrderEvent> events = venue.submit(limit(Side.BUY, "5", "100.01"), BOOK, T0);
        assertEquals(List.of("2@100.01"), fills(events));
        assertEquals(List.of("3@100.01"), fills(down("100", "1")));
    }

    @Test
    void whatMustBeWholeTradesNothingWhereThereIsTooLittle() {
        Order whole = order(limit(Side.BUY, "5", "100.01"), TimeInForce.FOK);
        List<OrderEvent> events = venue.submit(whole, BOOK, T0);
        assertEquals(List.of(), fills(events));
        assertInstanceOf(OrderEvent.Expired.class, events.getLast());
        assertEquals(
                List.of("2@100.01"),
                fills(venue.submit(order(limit(Side.BUY, "2", "100.01"), TimeInForce.FOK), BOOK, T0)));
    }

    @Test
    void whatMustBeOverAtOnceLosesItsRest() {
        List<OrderEvent> events = venue.submit(order(limit(Side.BUY, "5", "100.01"), TimeInForce.IOC), BOOK, T0);
        assertEquals(List.of("2@100.01"), fills(events));
        assertInstanceOf(OrderEvent.Expired.class, events.getLast());
    }

    private static Order order(Order like, TimeInForce timeInForce) {
        return Order.create(
                like.id(), like.accountId(), like.request().goodFor(timeInForce), like.reference(), like.createdAt());
    }

    private List<OrderEvent> down(String low, String volume) {
        PriceMove move = new PriceMove(price("100"), price("100"), price(low), price("100"), T0);
        return venue.move(BTC.id(), move.withVolume(qty(volume)), T0);
    }

    private List<OrderEvent> up(String high, String volume) {
        PriceMove move = new PriceMove(price("99"), price(high), price("99"), price("99"), T0);
        return venue.move(BTC.id(), move.withVolume(qty(volume)), T0);
    }

    private static List<String> fills(List<OrderEvent> events) {
        return events.stream()
                .filter(OrderEvent.Filled.class::isInstance)
                .map(event -> ((OrderEvent.Filled) event).fill())
                .map(MeasuredLiquidityTest::text)
                .toList();
    }

    private static String text(Fill fill) {
        return fill.quantity() + "@" + fill.price();
    }
}
