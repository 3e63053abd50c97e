package dev.moa.notification.push;

import static dev.moa.notification.push.Liveliness.Due;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LivelinessTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
    private static final long STALLED = Duration.ofSeconds(31).toNanos();

    private final Liveliness liveliness = new Liveliness(START);

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    private Due at(long seconds) {
        return liveliness.at(after(seconds), 0);
    }

    @Test
    void fiveSecondsAreThereToSignIn() {
        assertEquals(Due.QUIET, at(5));
        assertEquals(Due.NOT_SIGNED, at(6));
    }

    @Test
    void aHeartbeatIsDueOnceEveryThirtySeconds() {
        liveliness.signed(START, after(900));
        assertEquals(Due.QUIET, at(29));
        assertEquals(Due.HEARTBEAT, at(30));
        assertEquals(Due.QUIET, at(31));
        liveliness.alive(after(59));
        assertEquals(Due.HEARTBEAT, at(60));
    }

    @Test
    void whoSaysNothingOrTakesNothingIsDead() {
        liveliness.signed(START, after(900));
        assertEquals(Due.DEAD, at(96));
        liveliness.alive(after(90));
        assertEquals(Due.HEARTBEAT, at(96));
        assertEquals(Due.DEAD, liveliness.at(after(97), STALLED));
    }

    @Test
    void aTokenIsWarnedOfOnceAndThenExpires() {
        liveliness.signed(START, after(80));
        assertEquals(Due.QUIET, at(20));
        assertEquals(Due.EXPIRING, at(21));
        assertEquals(Due.QUIET, at(22));
        assertEquals(Due.EXPIRED, at(80));
        liveliness.signed(after(80), after(900));
        assertEquals(Due.QUIET, at(81));
    }

    @Test
    void aClosedConnectionHasFiveSecondsToGo() {
        liveliness.closedAt(START);
        assertEquals(Due.QUIET, at(5));
        assertEquals(Due.DEAD, at(6));
    }

    @Test
    void fiftyMessagesASecondAreEnough() {
        for (int i = 0; i < 50; i++) {
            assertTrue(liveliness.heard(after(1)));
            liveliness.taken();
        }
        assertFalse(liveliness.heard(after(1)));
        assertTrue(liveliness.heard(after(3)));
    }

    @Test
    void messagesThatWaitToBeTakenAreBounded() {
        for (int i = 0; i < 100; i++) {
            assertTrue(liveliness.heard(after(2L * i)), "message " + i);
        }
        assertFalse(liveliness.heard(after(400)));
    }

    @Test
    void tenMistakesAreForgivenAndOneMoreEachSecond() {
        for (int i = 0; i < 10; i++) {
            assertFalse(liveliness.mistake());
        }
        liveliness.heard(after(2));
        assertFalse(liveliness.mistake());
        assertTrue(liveliness.mistake());
    }
}
