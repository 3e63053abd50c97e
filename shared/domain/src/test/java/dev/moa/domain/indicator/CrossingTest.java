package dev.moa.domain.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossingTest {
    @Test
    void theFirstSignIsNoCrossing() {
        assertArrayEquals(new int[] {0, 0, 0}, crossings(0, 1, 1));
    }

    @Test
    void aCrossingThroughEqualityCountsWhenItArrives() {
        assertArrayEquals(new int[] {0, 0, 0, 1}, crossings(-1, 0, 0, 1));
    }

    @Test
    void touchingAndTurningBackIsNoCrossing() {
        assertArrayEquals(new int[] {0, 0, 0, 0}, crossings(-1, 0, -1, -1));
    }

    @Test
    void bothDirectionsAreTold() {
        assertArrayEquals(new int[] {0, 1, -1, 0, 1}, crossings(-1, 1, -1, 0, 1));
    }

    private static int[] crossings(int... signs) {
        Crossing crossing = new Crossing();
        return IntStream.of(signs).map(crossing::next).toArray();
    }
}
