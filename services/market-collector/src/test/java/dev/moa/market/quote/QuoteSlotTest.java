package dev.moa.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuoteSlotTest {
    private static final Instant NOW = Instant.parse("2024-08-09T00:00:00Z");

    private final QuoteSlot slot = new QuoteSlot("BINANCE:BTCUSDT");

    @Test
    void extremesSinceTheLastMessageAreToldOnce() {
        trade(QuoteSource.LIVE, 0, "100");
        trade(QuoteSource.LIVE, 1, "90");
        trade(QuoteSource.LIVE, 2, "95");

        QuoteSlot.Told told = slot.take();
        assertEquals("95 90 100 3", said(told));
        assertNull(slot.take());
        trade(QuoteSource.LIVE, 3, "96");
        assertEquals("96 96 96 1", said(slot.take()));
    }

    @Test
    void whatCouldNotBeToldIsInTheNextMessage() {
        trade(QuoteSource.LIVE, 0, "100");
        QuoteSlot.Told lost = slot.take();
        trade(QuoteSource.LIVE, 1, "105");
        slot.untell(lost);

        assertEquals("105 100 105 2", said(slot.take()));
    }

    @Test
    void aBookThatChangesIsToldWithTheLastPriceAndNoVolume() {
        trade(QuoteSource.LIVE, 0, "100");
        slot.take();
        slot.book(new BestPrices(new BigDecimal("99.5"), new BigDecimal("100.5"), BigDecimal.ONE, BigDecimal.TWO));

        QuoteSlot.Told told = slot.take();
        assertEquals("100 100 100 0", said(told));
        assertEquals(new BigDecimal("99.5"), told.quote().bid());
        slot.book(new BestPrices(new BigDecimal("99.5"), new BigDecimal("100.5"), BigDecimal.ONE, BigDecimal.TWO));
        assertNull(slot.take());
    }

    @Test
    void aLateLiveTradeDoesNotTurnThePriceBack() {
        trade(QuoteSource.LIVE, 10, "100");
        trade(QuoteSource.LIVE, 5, "80");

        assertEquals(new BigDecimal("100"), slot.latest().price());
    }

    @Test
    void anotherSourceBeginsAnewEvenEarlierInTime() {
        trade(QuoteSource.LIVE, 10, "100");
        slot.book(new BestPrices(new BigDecimal("99.5"), new BigDecimal("100.5"), BigDecimal.ONE, BigDecimal.TWO));
        trade(QuoteSource.REPLAYED_TRADES, -99999, "20");

        QuoteSlot.Told told = slot.take();
        assertEquals("20 20 20 1", said(told));
        assertNull(told.quote().bid());
        assertEquals("replay-trades", told.quote().source());
    }

    @Test
    void aRestoredPriceIsShownButNotTold() {
        assertTrue(slot.restore(PriceMove.trade(QuoteSource.REPLAYED_CANDLES, NOW, BigDecimal.TEN, BigDecimal.ZERO)));

        assertNull(slot.take());
        assertEquals(BigDecimal.TEN, slot.latest().price());
        trade(QuoteSource.LIVE, 1, "11");
        assertFalse(slot.restore(PriceMove.trade(QuoteSource.REPLAYED_CANDLES, NOW, BigDecimal.TEN, BigDecimal.ZERO)));
    }

    @Test
    void onlyLiveTradesCountAsLive() {
        trade(QuoteSource.REPLAYED_TRADES, 0, "1");
        assertFalse(slot.isLiveSince(NOW));
        trade(QuoteSource.LIVE, 0, "1");
        assertTrue(slot.isLiveSince(NOW));
        assertFalse(slot.isLiveSince(NOW.plusSeconds(1)));
    }

    private void trade(QuoteSource source, long second, String price) {
        slot.moved(PriceMove.trade(source, NOW.plusSeconds(second), new BigDecimal(price), BigDecimal.ONE), NOW);
    }

    private static String said(QuoteSlot.Told told) {
        return told.quote().price() + " " + told.quote().low() + " "
                + told.quote().high() + " " + told.quote().volume();
    }
}
