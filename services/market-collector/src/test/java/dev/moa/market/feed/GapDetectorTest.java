package dev.moa.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.FeedGap;
import dev.moa.broker.MarketTrade;
import dev.moa.domain.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapDetectorTest {
    private static final InstrumentId BTC = new InstrumentId("BINANCE", "BTCUSDT");
    private static final Instant START = Instant.parse("2024-08-09T00:00:00Z");

    private final GapDetector counting = new GapDetector(true);
    private final GapDetector marking = new GapDetector(false);

    @Test
    void theFirstTradeEverMissesNothing() {
        assertTrue(counting.before(trade(100)).isEmpty());
        assertTrue(marking.before(trade(100)).isEmpty());
    }

    @Test
    void aHoleInTheIdsIsAGapEvenWithinAConnection() {
        counting.took(trade(100));

        assertTrue(counting.before(trade(101)).isEmpty());
        FeedGap gap = counting.before(trade(105)).orElseThrow();
        assertEquals(100, gap.after().id());
        assertEquals(105, gap.before().id());
    }

    @Test
    void aReconnectWithoutAHoleIsNoGapWhereTradesAreCounted() {
        counting.took(trade(100));
        counting.interrupted();

        assertTrue(counting.before(trade(101)).isEmpty());
    }

    @Test
    void whereTradesAreNotCountedEveryInterruptionMayHideSome() {
        marking.took(trade(100));
        assertTrue(marking.before(trade(500)).isEmpty());
        marking.interrupted();

        assertTrue(marking.before(trade(500)).isPresent());
        marking.took(trade(500));
        assertTrue(marking.before(trade(700)).isEmpty());
    }

    @Test
    void theLastTradeRepeatedAfterASubscriptionIsNoGapAndEndsNone() {
        marking.took(trade(100));
        marking.interrupted();
        marking.took(trade(100));

        assertTrue(marking.before(trade(100)).isEmpty());
        assertTrue(marking.before(trade(200)).isPresent());
    }

    @Test
    void aTradeThatWasNotTakenInLeavesAHole() {
        counting.took(trade(100));
        // 101 arrives while the queue is full: never took(101).

        assertEquals(
                Optional.of(102L),
                counting.before(trade(102)).map(gap -> gap.before().id()));
    }

    @Test
    void anEarlierRunIsContinued() {
        counting.resume(BTC, new FeedGap.Mark(90, START));
        marking.resume(BTC, new FeedGap.Mark(90, START));

        assertTrue(counting.before(trade(100)).isPresent());
        assertTrue(marking.before(trade(100)).isPresent());
        assertTrue(counting.before(trade(91)).isEmpty());
    }

    private static MarketTrade trade(long id) {
        return new MarketTrade(BTC, id, START.plusSeconds(id), BigDecimal.ONE, BigDecimal.ONE, MarketTrade.Taker.BUYER);
    }
}
