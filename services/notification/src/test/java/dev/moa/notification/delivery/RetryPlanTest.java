package dev.moa.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
    @Test
    void pausesDoubleUpToHalfAnHour() {
        assertEquals(Duration.ofSeconds(1), RetryPlan.pauseAfter(1));
        assertEquals(Duration.ofSeconds(2), RetryPlan.pauseAfter(2));
        assertEquals(Duration.ofSeconds(1024), RetryPlan.pauseAfter(11));
        assertEquals(Duration.ofMinutes(30), RetryPlan.pauseAfter(12));
        assertEquals(Duration.ofMinutes(30), RetryPlan.pauseAfter(Integer.MAX_VALUE));
    }

    @Test
    void aMessageIsTriedForNineAndAHalfHours() {
        Duration all = IntStream.range(1, RetryPlan.MOST_TRIES)
                .mapToObj(RetryPlan::pauseAfter)
                .reduce(Duration.ZERO, Duration::plus);
        assertEquals(Duration.ofSeconds(34_447), all);
        assertFalse(RetryPlan.isSpent(RetryPlan.MOST_TRIES - 1));
        assertTrue(RetryPlan.isSpent(RetryPlan.MOST_TRIES));
    }
}
