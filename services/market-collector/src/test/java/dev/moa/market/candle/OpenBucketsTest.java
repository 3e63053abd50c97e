package dev.moa.market.candle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.candle.Interval;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenBucketsTest {
    private static final Instant MIDNIGHT = Instant.parse("2024-08-09T00:00:00Z");

    private final OpenBuckets buckets = new OpenBuckets(List.of(Interval.M1, Interval.M5));

    @Test
    void aCandleEndsWithTheFirstMomentAfterIt() {
        buckets.touch(List.of(minute(0)));

        assertTrue(buckets.endedBy(minute(1).minusNanos(1000)).isEmpty());
        assertEquals(List.of(m1(0)), buckets.endedBy(minute(1)));
    }

    @Test
    void candlesEndInOrderOfTimeTheShorterFirst() {
        buckets.touch(IntStream.range(0, 7).mapToObj(OpenBucketsTest::minute).toList());

        assertEquals(
                List.of(m1(0), m1(1), m1(2), m1(3), m1(4), new OpenBuckets.Closing(Interval.M5, minute(0)), m1(5)),
                buckets.endedBy(minute(6)));
    }

    @Test
    void whatHasBeenToldIsNotToldAgainForALateTrade() {
        buckets.touch(List.of(minute(0), minute(1)));
        buckets.close(buckets.endedBy(minute(1)));
        buckets.touch(List.of(minute(0)));

        assertEquals(List.of(m1(1)), buckets.endedBy(minute(2)));
    }

    @Test
    void nothingIsForgottenWhenItCouldNotBeTold() {
        buckets.touch(List.of(minute(0)));

        assertEquals(buckets.endedBy(minute(9)), buckets.endedBy(minute(9)));
    }

    @Test
    void aMinuteWithoutATradeHasNoCandle() {
        buckets.touch(List.of(minute(0), minute(3)));

        assertEquals(List.of(m1(0)), buckets.endedBy(minute(3)));
    }

    @Test
    void longerCandlesAreSummedUpFromTheLongestThatDividesThem() {
        assertEquals("3m<1m 5m<1m 15m<5m 30m<15m 1h<30m 4h<1h 1d<4h", written(Ladder.above(Interval.M1)));
        assertEquals("15m<5m 30m<15m 1h<30m 4h<1h 1d<4h", written(Ladder.above(Interval.M5)));
        assertEquals("15m<3m 30m<15m 1h<30m 4h<1h 1d<4h", written(Ladder.above(Interval.M3)));
        assertEquals("", written(Ladder.above(Interval.D1)));
    }

    private static String written(Ladder ladder) {
        return String.join(
                " ",
                ladder.steps().stream()
                        .map(step -> step.interval().code() + "<" + step.from().code())
                        .toList());
    }

    private static OpenBuckets.Closing m1(int minute) {
        return new OpenBuckets.Closing(Interval.M1, minute(minute));
    }

    private static Instant minute(int minute) {
        return MIDNIGHT.plusSeconds(60L * minute);
    }
}
