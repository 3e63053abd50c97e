package dev.moa.platform.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private ApplicationContext context;
    private Live live;

    @BeforeEach
    void start() {
        Servers.redis().flush();
        begin();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void valuesAreKeptForTheirTimeOnly() {
        live.set("a", "1", LONG);
        live.set("b", "2", Duration.ofMillis(1));
        assertEquals(Optional.of("1"), live.get("a"));
        Await.until("b is gone", () -> live.get("b").isEmpty());
        live.remove("a");
        assertEquals(Optional.empty(), live.get("a"));
        assertTrue(live.available());
    }

    @Test
    void aHashKeepsTheFieldsThatAreNotWritten() {
        live.putHash("h", Map.of("x", "1", "y", "2"), LONG);
        live.putHash("h", Map.of("y", "3"), LONG);
        assertEquals(Optional.of(Map.of("x", "1", "y", "3")), live.hash("h"));
        assertEquals(Optional.empty(), live.hash("no such hash"));
    }

    @Test
    void countsBeginAnewAfterTheirTime() {
        assertEquals(1, live.increment("n", LONG));
        assertEquals(2, live.increment("n", LONG));
        live.increment("short", Duration.ofMillis(1));
        Await.until("the short one begins anew", () -> live.increment("short", Duration.ofMillis(1)) == 1);
    }

    @Test
    void listenersHearTheirPatternInOrder() {
        List<String> heard = new CopyOnWriteArrayList<>();
        live.subscribe("market:*", (channel, message) -> heard.add(channel + " " + message));
        heardSomething("market:X", heard);
        for (int n = 0; n < 100; n++) {
            live.publish("market:A", Map.of("n", n));
            live.publish("other:A", "not for us");
        }
        Await.until("the last is heard", () -> heard.contains("market:A {\"n\":99}"));
        assertEquals(
                IntStream.range(0, 100)
                        .mapToObj(n -> "market:A {\"n\":" + n + "}")
                        .toList(),
                heard.stream().filter(one -> !one.endsWith("hello")).toList());
    }

    @Test
    void aSlowOrFailingListenerHoldsUpNobodyElse() {
        CountDownLatch never = new CountDownLatch(1);
        List<String> heard = new CopyOnWriteArrayList<>();
        live.subscribe("s*", (channel, message) -> await(never));
        live.subscribe("s*", (channel, message) -> {
            heard.add(message);
            throw new IllegalStateException("cannot digest this");
        });
        heardSomething("s", heard);
        live.publish("s", "last");
        Await.until("the other goes on", () -> heard.contains("last"));
        never.countDown();
    }

    @Test
    void aClosedSubscriptionHearsNothingMore() {
        List<String> closed = new CopyOnWriteArrayList<>();
        List<String> open = new CopyOnWriteArrayList<>();
        Subscription ending = live.subscribe("c*", (channel, message) -> closed.add(message));
        live.subscribe("c*", (channel, message) -> open.add(message));
        heardSomething("c", closed);
        ending.close();
        live.publish("c", "after");
        Await.until("the other hears it", () -> open.contains("after"));
        assertFalse(closed.contains("after"));
    }

    @Test
    void redisMayGoAndComeBack() {
        List<String> heard = new CopyOnWriteArrayList<>();
        live.subscribe("r*", (channel, message) -> heard.add(message));
        heardSomething("r", heard);
        live.set("a", "1", LONG);
        Servers.redis().kill();
        try {
            assertThrows(DependencyAway.class, () -> live.set("a", "2", LONG));
            assertEquals(Optional.empty(), live.get("a"));
            assertEquals(Optional.empty(), live.hash("h"));
            assertFalse(live.publish("r", "into the void"));
            assertFalse(live.available());
            assertThrows(DependencyAway.class, () -> live.increment("n", LONG));
        } finally {
            Servers.redis().start();
        }
        Await.until("it takes values again", () -> isTaken("b"));
        assertTrue(live.available());
        heard.clear();
        heardSomething("r", heard);
    }

    @Test
    void aHangingRedisCostsItsTimeOutAndRecovers() {
        live.set("a", "1", LONG);
        Servers.redis().freeze();
        try {
            assertThrows(DependencyAway.class, () -> live.set("a", "2", LONG));
            for (int n = 0; n < 1000; n++) {
                assertEquals(Optional.empty(), live.get("a"));
            }
        } finally {
            Servers.redis().thaw();
        }
        Await.until("it takes values again", () -> isTaken("b"));
    }

    @Test
    void startsWithoutRedisAndFindsItLater() {
        context.close();
        Servers.redis().kill();
        List<String> heard = new CopyOnWriteArrayList<>();
        try {
            begin();
            live.subscribe("late*", (channel, message) -> heard.add(message));
            assertFalse(live.available());
            assertEquals(Optional.empty(), live.get("a"));
        } finally {
            Servers.redis().start();
        }
        heardSomething("late", heard);
    }

    private void begin() {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("trading")
                .properties(Servers.databaseAndRedis("trading", "moa"))
                .properties(Map.of("moa.messaging.enabled", "false"))
                .start();
        live = context.getBean(Live.class);
    }

    /** Subscribing takes a moment; what is told before is lost, as promised. */
    private void heardSomething(String channel, List<String> heard) {
        Await.until("the subscription works", () -> {
            live.publish(channel, "hello");
            return !heard.isEmpty();
        });
    }

    private boolean isTaken(String key) {
        live.set(key, "x", LONG);
        return live.get(key).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
