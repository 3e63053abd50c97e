package dev.moa.domain.order;

import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.fill;
import static dev.moa.domain.Samples.filled;
import static dev.moa.domain.Samples.limit;
import static dev.moa.domain.Samples.market;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static dev.moa.domain.Samples.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final Order fresh = limit(Side.BUY, "2", "100");
    private final Order sent = fresh.apply(submitted(fresh)).order();

    @Test
    void fillsAddUpToTheAveragePrice() {
        Order once = sent.apply(filled(sent, fill("a", "0.5", "99", "0"))).order();
        assertEquals(OrderStatus.PARTIALLY_FILLED, once.status());
        assertEquals(qty("1.5"), once.remaining());

        Order whole = once.apply(filled(once, fill("b", "1.5", "100", "0"))).order();
        assertEquals(OrderStatus.FILLED, whole.status());
        assertEquals(price("99.75"), whole.averagePrice());
        assertTrue(whole.remaining().isZero());
    }

    @Test
    void theSameFillCountsOnce() {
        Order once = sent.apply(filled(sent, fill("a", "0.5", "99", "0"))).order();

        Transition again = once.apply(filled(once, fill("a", "0.50", "99.0", "0")));

        assertEquals(Outcome.DUPLICATE_FILL, again.outcome());
        assertFalse(again.alarm());
        assertNull(again.fill());
        assertSame(once, again.order());
    }

    @Test
    void aFillThatComesBackDifferentIsAnAlarmAndNotCounted() {
        Order once = sent.apply(filled(sent, fill("a", "0.5", "99", "0"))).order();

        Transition again = once.apply(filled(once, fill("a", "0.6", "99", "0")));

        assertEquals(Outcome.ERROR, again.outcome());
        assertTrue(again.alarm());
        assertEquals(qty("0.5"), again.order().filledQuantity());
    }

    @Test
    void lateFillAfterCancelIsStillCounted() {
        Order cancelled =
                sent.apply(new OrderEvent.Cancelled(sent.id(), T0, "test")).order();

        Transition part = cancelled.apply(filled(cancelled, fill("a", "0.5", "99", "0")));
        assertEquals(OrderStatus.CANCELLED, part.order().status());
        assertEquals(Outcome.CHANGED, part.outcome());
        assertTrue(part.alarm());

        Transition rest = part.order().apply(filled(cancelled, fill("b", "1.5", "99", "0")));
        assertEquals(OrderStatus.FILLED, rest.order().status());
        assertTrue(rest.alarm());
    }

    @Test
    void moreThanWasOrderedCountsAndAlarms() {
        Transition over = sent.apply(filled(sent, fill("a", "3", "99", "0")));

        assertEquals(OrderStatus.FILLED, over.order().status());
        assertTrue(over.alarm());
        assertEquals(qty("3"), over.order().filledQuantity());
        assertTrue(over.order().remaining().isZero());
    }

    @Test
    void anImpossibleEventChangesNothing() {
        Transition impossible = fresh.apply(filled(fresh, fill("a", "1", "99", "0")));

        assertEquals(Outcome.ERROR, impossible.outcome());
        assertTrue(impossible.alarm());
        assertSame(fresh, impossible.order());
    }

    @Test
    void acceptanceBringsTheVenuesNumberAndIsNewsOnlyOnce() {
        OrderEvent accepted = new OrderEvent.Accepted(sent.id(), "4711", T0, "test");

        Order open = sent.apply(accepted).order();

        assertEquals("4711", open.venueOrderId());
        assertEquals(Outcome.SAME, open.apply(accepted).outcome());
    }

    @Test
    void amendingChangesTheTermsAndTheReference() {
        Order amended = sent.apply(
                        new OrderEvent.Amended(sent.id(), new Amendment(price("90"), qty("3"), null, null), T0, "test"))
                .order();

        assertEquals(OrderStatus.SUBMITTED, amended.status());
        assertEquals(price("90"), amended.price());
        assertEquals(price("90"), amended.reference());
        assertEquals(qty("3"), amended.quantity());
    }

    @Test
    void anEventOfAnotherOrderIsRefused() {
        Order other = limit(Side.BUY, "1", "100");
        assertThrows(InvalidValue.class, () -> sent.apply(submitted(other)));
    }

    @Test
    void anAmountBuysWhatItPaysForWithTheFee() {
        OrderRequest request = OrderRequest.marketFor(Samples.BTC, Side.BUY, new BigDecimal("1000"));

        OrderRequest sized = request.sized(price("61803.29"));

        assertEquals(qty("0.01616"), sized.quantity());
        assertEquals(new BigDecimal("1000"), sized.quoteAmount());
    }

    @Test
    void aRequestSaysWhatIsWrongWithIt() {
        assertField("quantity", () -> OrderRequest.market(Samples.BTC, Side.BUY, qty("0")));
        assertField("quantity", () -> OrderRequest.market(Samples.BTC, Side.BUY, null));
        assertField("price", () -> OrderRequest.limit(Samples.BTC, Side.BUY, qty("1"), null));
        assertField("side", () -> OrderRequest.market(Samples.BTC, null, qty("1")));
        assertField("quote_amount", () -> OrderRequest.marketFor(Samples.BTC, Side.BUY, new BigDecimal("-1")));
        assertField(
                "quote_amount",
                () -> OrderRequest.marketFor(Samples.BTC, Side.BUY, new BigDecimal("0.1"))
                        .sized(price("61803.29")));
    }

    @Test
    void aMarketOrderKeepsTheExpectedPriceAsItsReference() {
        assertEquals(price("61800"), market(Side.BUY, "1", "61800").reference());
        assertEquals(price("100"), fresh.reference());
    }

    private static void assertField(String field, Runnable wrong) {
        assertEquals(field, assertThrows(InvalidValue.class, wrong::run).field());
    }
}
