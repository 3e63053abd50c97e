package dev.moa.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.testkit.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final FixedClock clock = new FixedClock(Instant.parse("2026-03-04T05:06:07Z"));
    private final Pace pace = new Pace(clock);

    private Duration lastOf(int messages, String address) {
        return IntStream.range(0, messages)
                .mapToObj(i -> pace.take(address))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void aBurstToOneChatGoesAtOnceAndTheRestOnceASecond() {
        assertEquals(Duration.ZERO, lastOf(21, "one"));
        assertEquals(Duration.ofSeconds(1), pace.take("one"));
        assertEquals(Duration.ofSeconds(2), pace.take("one"));
    }

    @Test
    void oneBusyChatDoesNotHoldUpAnother() {
        lastOf(22, "one");
        assertEquals(Duration.ZERO, pace.take("two"));
    }

    @Test
    void allChatsTogetherKeepToTwentyFiveASecond() {
        for (int chat = 0; chat < 26; chat++) {
            assertEquals(Duration.ZERO, pace.take("chat " + chat));
        }
        assertEquals(Duration.ofMillis(40), pace.take("chat 26"));
        assertEquals(Duration.ofMillis(80), pace.take("chat 27"));
    }

    @Test
    void whoWaitedMayBurstAgain() {
        lastOf(25, "one");
        clock.advance(Duration.ofSeconds(30));
        assertEquals(Duration.ZERO, lastOf(21, "one"));
    }

    @Test
    void aClockThatIsSetBackSilencesNobody() {
        lastOf(10, "one");
        clock.advance(Duration.ofDays(-1));
        assertEquals(Duration.ZERO, pace.take("one"));
        assertEquals(Duration.ZERO, pace.take("two"));
        lastOf(21, "three");
        clock.advance(Duration.ofSeconds(-30));
        assertEquals(Duration.ZERO, pace.take("three"));
    }
}
