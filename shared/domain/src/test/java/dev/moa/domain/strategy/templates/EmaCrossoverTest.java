package dev.moa.domain.strategy.templates;

import static dev.moa.domain.Samples.candle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.domain.MarketData;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.value.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmaCrossoverTest {
    /** Expected crossings: the same rule in Python's decimal module with 50 digits, written apart from this code. */
    @Test
    void agreesWithAnIndependentCountOnRecordedPrices() {
        List<Signal> slow = signals(new EmaCrossover(12, 26), MarketData.candles("us/GOOG.csv"));
        assertEquals(50, slow.size());
        assertEquals("EXIT 2005-02-25T00:00:00Z", told(slow.getFirst()));
        assertEquals("ENTER_LONG 2005-04-07T00:00:00Z", told(slow.get(1)));
        assertEquals("ENTER_LONG 2012-12-05T00:00:00Z", told(slow.getLast()));

        assertEquals(
                86,
                signals(new EmaCrossover(9, 21), MarketData.candles("us/GOOG.csv"))
                        .size());
    }

    @Test
    void saysNothingBeforeItMayBeBelieved() {
        List<Candle> jump = IntStream.range(0, 3)
                .mapToObj(i -> i == 0 ? candle(i, "10", "10", "10", "10") : candle(i, "20", "20", "20", "20"))
                .toList();
        assertEquals(List.of(), signals(new EmaCrossover(2, 4), jump));
    }

    @Test
    void flatPricesNeverCross() {
        List<Candle> flat = IntStream.range(0, 500)
                .mapToObj(i -> candle(i, "322.31", "322.31", "322.31", "322.31"))
                .toList();
        assertEquals(List.of(), signals(new EmaCrossover(3, 7), flat));
    }

    @Test
    void settlingAfterAJumpDoesNotCrossBackByRounding() {
        List<Candle> candles = IntStream.range(0, 3000)
                .mapToObj(i -> i < 50 ? candle(i, "100", "100", "100", "100") : candle(i, "101", "101", "101", "101"))
                .toList();
        assertEquals(List.of(), signals(new EmaCrossover(5, 20), candles));
    }

    @Test
    void lengthsOutsideTheirRangesAreRefusedByName() {
        assertEquals("fast", refusedField(0, 20));
        assertEquals("fast", refusedField(501, 600));
        assertEquals("slow", refusedField(10, 1001));
        assertEquals("fast", refusedField(20, 20));
    }

    private static String refusedField(int fast, int slow) {
        return assertThrows(InvalidValue.class, () -> new EmaCrossover(fast, slow))
                .field();
    }

    private static String told(Signal signal) {
        return signal.action() + " " + signal.at();
    }

    private static List<Signal> signals(Strategy strategy, List<Candle> candles) {
        CandleSeries series = new CandleSeries(strategy.candlesNeeded());
        List<Signal> signals = new ArrayList<>();
        for (Candle candle : candles) {
            series.add(candle);
            strategy.onCandle(series).ifPresent(signals::add);
        }
        return signals;
    }
}
