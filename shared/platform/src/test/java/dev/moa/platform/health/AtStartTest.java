package dev.moa.platform.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.platform.problem.DependencyAway;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AtStartTest {
    @Test
    void aStepIsRepeatedUntilTheDatabaseAnswers() {
        AtomicInteger calls = new AtomicInteger();
        AtStart.insist(() -> {
            if (calls.incrementAndGet() < 3) {
                throw new DependencyAway("database");
            }
        });
        assertEquals(3, calls.get());
    }

    @Test
    void anyOtherFailureEndsTheStart() {
        assertThrows(
                IllegalStateException.class,
                () -> AtStart.insist(() -> {
                    throw new IllegalStateException("a wrong setting");
                }));
    }
}
