package dev.moa.broker.reconciliation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Instant BEGIN = Instant.parse("2026-11-20T06:00:00Z");
    private static final Duration OVER = Duration.ofSeconds(30);

    private final Evidence evidence = new Evidence();

    private boolean absent(int second) {
        evidence.looksAt(Evidence.Scope.ORDERS);
        return evidence.suffices("absent", BEGIN.plusSeconds(second), 3, OVER);
    }

    private boolean differs(int second) {
        evidence.looksAt(Evidence.Scope.BOOKS);
        return evidence.suffices("position", BEGIN.plusSeconds(second), 2, OVER);
    }

    @Test
    void anOrderThatWasSeenInBetweenBreaksTheRowAlsoWhereOnlyOrdersWereRead() {
        assertFalse(absent(0));
        evidence.endReading(false);
        assertFalse(absent(20));
        evidence.endReading(false);
        // Here it was there.
        evidence.endReading(false);
        assertFalse(evidence.isWatching());
        assertFalse(absent(40));
        evidence.endReading(false);
        assertFalse(absent(60));
        evidence.endReading(false);
        assertTrue(absent(80));
    }

    @Test
    void aReadingOfOrdersSaysNothingOfWhatWasSeenInTheBooks() {
        assertFalse(differs(0));
        evidence.endReading(true);
        evidence.endReading(false);
        assertTrue(evidence.isWatching());
        assertTrue(differs(40));
        evidence.endReading(true);
        evidence.endReading(true);
        assertFalse(evidence.isWatching());
    }
}
