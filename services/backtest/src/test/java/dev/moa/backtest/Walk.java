package dev.moa.backtest;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.Random;
import java.util.stream.IntStream;

/** Candles that wander at random, always the same ones. */
public final class Walk {
    public static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

    private Walk() {}

    public static Iterable<Candle> candles(Interval interval, int number) {
        return () -> walk(interval, number);
    }

    private static Iterator<Candle> walk(Interval interval, int number) {
        Random random = new Random(42);
        long[] cents = {4_000_000};
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    long open = cents[0];
                    long close = Math.max(100_000, open + random.nextInt(8_001) - 4_000);
                    cents[0] = close;
                    long high = Math.max(open, close) + random.nextInt(1_000);
                    long low = Math.min(open, close) - random.nextInt(1_000);
                    return Candle.of(
                            BEGIN.plus(interval.duration().multipliedBy(i)),
                            price(open),
                            price(high),
                            price(low),
                            price(close),
                            BigDecimal.ONE);
                })
                .iterator();
    }

    private static BigDecimal price(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
