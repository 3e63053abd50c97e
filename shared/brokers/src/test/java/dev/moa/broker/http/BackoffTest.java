package dev.moa.broker.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(1));

    @Test
    void pausesGrowToTheLimitAndAreNeverLongerOrHalfAsLong() {
        for (int failure = 0; failure < 100; failure++) {
            long whole = Math.min(60_000, 1000L << Math.min(failure, 20));
            long pause = backoff.next().toMillis();
            assertTrue(pause >= whole / 2 && pause <= whole, "failure " + failure + ": " + pause);
        }
    }

    @Test
    void pausesAreSpread() {
        long different = Stream.generate(backoff::next).limit(50).distinct().count();

        assertTrue(different > 30);
    }

    @Test
    void aGoodConnectionBeginsAnew() {
        Stream.generate(backoff::next).limit(10).forEach(pause -> {});
        backoff.reset();

        assertEquals(0, backoff.next().toSeconds() / 2);
    }
}
