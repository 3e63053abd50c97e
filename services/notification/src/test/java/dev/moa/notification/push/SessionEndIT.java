package dev.moa.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.AuthEvents;
import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.notification.TestSocket;
import dev.moa.platform.identity.SessionCache;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionEndIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static void endedBy(Runnable end, Person person) {
        Person elsewhere = suite.again(person.id(), "ann");
        TestSocket one = suite.socketOf(person).subscribe("orders");
        TestSocket two = suite.socketOf(person).subscribe("market:*");
        TestSocket other = suite.socketOf(elsewhere).subscribe("orders");
        end.run();
        for (TestSocket ended : new TestSocket[] {one, two}) {
            assertEquals("session_ended", ended.lastError());
            assertEquals(4401, ended.closeCode());
        }
        suite.facts().fill(person.id(), "0.1");
        other.await("notification");
        assertTrue(other.isOpen(), "another session of the same person goes on");
        assertEquals(0, one.received("order_filled").size());
    }

    @Test
    void theWordOnRedisClosesTheSocketsOfThatSession() {
        Person ann = suite.person("ann");
        endedBy(() -> suite.bean(SessionCache.class).end(ann.sessionId(), Duration.ofMinutes(5)), ann);
        TestSocket again = suite.socket("/ws");
        again.say("authenticate", "{\"token\":\"" + ann.token() + "\"}");
        assertEquals("unauthenticated", again.lastError());
    }

    @Test
    void theFactAloneClosesThemToo() {
        Person ann = suite.person("ann");
        endedBy(
                () -> suite.facts().tell(ann.id(), new AuthEvents.SessionEnded(ann.sessionId(), ann.id(), "logout")),
                ann);
    }

    @Test
    void anEndThatNobodyToldIsFoundWithTheNextHeartbeat() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socketOf(ann);
        suite.bean(dev.moa.platform.live.Live.class)
                .putHash(
                        "session:" + ann.sessionId(),
                        java.util.Map.of("ended", "true", "state", "ended"),
                        Duration.ofMinutes(5));
        suite.clock().advance(Duration.ofSeconds(31));
        assertEquals("session_ended", socket.lastError());
    }
}
