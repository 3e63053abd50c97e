package dev.moa.market.candle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.market.MarketSuite;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CandlesIT {
    private static final Instant START = Instant.parse("2024-08-09T00:00:00Z");
    private static MarketSuite market;

    @BeforeAll
    static void start() {
        market = new MarketSuite(Map.of());
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    @Test
    void aBatchRepeatedBecauseTheAnswerToItsCommitWasLostTellsNothingTwice() {
        InstrumentId instrument = InstrumentId.parse("TEST:LOST");
        UUID run = UUID.randomUUID();
        List<Tick> batch = List.of(tick(0), tick(60), tick(120));
        candles().store(CandleStream.replayedTrades(instrument, run), batch, () -> {});
        // The stream that stored it never learnt of it: one that knows nothing repeats the batch.
        candles().store(CandleStream.replayedTrades(instrument, run), batch, () -> {});

        assertEquals(2, told(instrument));
        candles().store(CandleStream.replayedTrades(instrument, UUID.randomUUID()), batch, () -> {});
        assertEquals(4, told(instrument), "another replay tells its own");
    }

    @Test
    void aFailureInTheMiddleLeavesNothing() {
        InstrumentId instrument = InstrumentId.parse("TEST:HALF");
        CandleStream stream = CandleStream.replayedTrades(instrument, UUID.randomUUID());
        try {
            candles().store(stream, List.of(tick(0), tick(60)), () -> {
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException expected) {
            assertEquals("on purpose", expected.getMessage());
        }

        assertEquals(0, market.count("tick where instrument = 'TEST:HALF'"));
        assertEquals(0, market.count("candle where instrument = 'TEST:HALF'"));
        assertEquals(0, told(instrument));
        candles().store(stream, List.of(tick(0), tick(60)), () -> {});
        assertEquals(1, told(instrument));
    }

    @Test
    void aLateTradeChangesItsCandleAndEverythingAboveIt() {
        InstrumentId instrument = InstrumentId.parse("TEST:LATE");
        CandleStream stream = CandleStream.replayedTrades(instrument, UUID.randomUUID());
        candles().store(stream, List.of(tick(0), tick(400)), () -> {});
        candles()
                .store(
                        stream,
                        List.of(new Tick(
                                START.plusSeconds(30),
                                999,
                                new BigDecimal("500"),
                                new BigDecimal("2"),
                                Tick.Side.SELL)),
                        () -> {});

        for (String interval : List.of("1m", "3m", "5m", "15m", "30m", "1h", "4h", "1d")) {
            assertEquals(
                    1,
                    market.count("candle where instrument = 'TEST:LATE' and interval = '" + interval
                            + "' and open_time = '2024-08-09T00:00Z' and high = 500"),
                    interval);
        }
        assertEquals(
                "500",
                market.sql()
                        .one(
                                "select close::text as c from candle where instrument = 'TEST:LATE' and interval = '1m'"
                                        + " and open_time = '2024-08-09T00:00Z'",
                                rs -> rs.getString("c"))
                        .orElseThrow());
    }

    @Test
    void writersOfOneInstrumentAtTheSameTimeMissNothingOfEachOther() throws InterruptedException {
        InstrumentId instrument = InstrumentId.parse("TEST:TWO");
        List<Thread> writers = IntStream.range(0, 4)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> {
                    CandleStream stream = CandleStream.replayedTrades(instrument, UUID.randomUUID());
                    for (int i = 0; i < 25; i++) {
                        candles().store(stream, List.of(tick(writer * 1000 + i)), () -> {});
                    }
                }))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }

        assertEquals(
                "100",
                market.sql()
                        .one(
                                "select sum(volume)::text as v from candle where instrument = 'TEST:TWO' and interval = '1d'",
                                rs -> rs.getString("v"))
                        .orElseThrow());
    }

    @Test
    void liveCandlesLeftOpenByAnEarlierRunAreClosedAndOldOnesNotTold() {
        InstrumentId instrument = InstrumentId.parse("TEST:RESUME");
        candles().store(CandleStream.live(instrument), List.of(tick(0)), () -> {});
        CandleStream after = CandleStream.live(instrument);
        candles().resume(after);
        candles().closeEndedBy(after, Interval.D1.closeTime(START));

        assertEquals(0, market.count("candle where instrument = 'TEST:RESUME' and not closed"));
        assertEquals(0, told(instrument));
    }

    private static Candles candles() {
        return market.bean(Candles.class);
    }

    private static long told(InstrumentId instrument) {
        return market.count("outbox where subject = '" + instrument + "'");
    }

    private static Tick tick(long second) {
        return new Tick(START.plusSeconds(second), second, new BigDecimal("100"), BigDecimal.ONE, null);
    }
}
