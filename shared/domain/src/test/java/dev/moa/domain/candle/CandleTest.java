package dev.moa.domain.candle;

import static dev.moa.domain.Samples.candle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.domain.value.InvalidValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleTest {
    @ParameterizedTest
    @CsvSource({
        "1m, 2024-08-08T23:59:00Z",
        "3m, 2024-08-08T23:57:00Z",
        "5m, 2024-08-08T23:55:00Z",
        "15m, 2024-08-08T23:45:00Z",
        "30m, 2024-08-08T23:30:00Z",
        "1h, 2024-08-08T23:00:00Z",
        "4h, 2024-08-08T20:00:00Z",
        "1d, 2024-08-08T00:00:00Z"
    })
    void everyIntervalCutsTimeInUtc(String code, Instant open) {
        Interval interval = Interval.of(code);
        assertEquals(open, interval.openTime(Instant.parse("2024-08-08T23:59:59.999Z")));
        assertEquals(open, interval.openTime(open));
        assertEquals(code, interval.code());
    }

    @Test
    void timesBeforeTheEpochAreCutTheSameWay() {
        assertEquals(
                Instant.parse("1969-12-31T00:00:00Z"), Interval.D1.openTime(Instant.parse("1969-12-31T23:00:00Z")));
    }

    @Test
    void unknownIntervalsAreRefused() {
        assertEquals(
                "interval",
                assertThrows(InvalidValue.class, () -> Interval.of("2m")).field());
    }

    @Test
    void pricesOutsideLowAndHighAreRefused() {
        assertThrows(InvalidValue.class, () -> candle(0, "10", "9", "8", "8.5"));
        assertThrows(InvalidValue.class, () -> candle(0, "10", "11", "10.5", "10.7"));
        assertThrows(InvalidValue.class, () -> candle(0, "10", "11", "9", "12"));
    }

    @Test
    void aSeriesForgetsTheOldestAndTakesOnlyWhatComesAfter() {
        CandleSeries series = new CandleSeries(2);
        for (int i = 0; i < 5; i++) {
            series.add(candle(i, "1", "1", "1", "1"));
        }
        assertEquals(2, series.size());
        assertEquals(5, series.count());
        assertEquals(candle(3, "1", "1", "1", "1"), series.ago(1));
        assertThrows(InvalidValue.class, () -> series.ago(2));
        assertThrows(InvalidValue.class, () -> series.add(candle(4, "1", "1", "1", "1")));
    }
}
