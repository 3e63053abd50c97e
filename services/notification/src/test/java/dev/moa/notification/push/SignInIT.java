package dev.moa.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.notification.TestSocket;
import dev.moa.platform.json.Json;
import dev.moa.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterEach
    void presentTime() {
        suite.clock().reset();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static TestSocket knock(String... headers) {
        return TestSocket.knock(suite.address(), "/ws", () -> suite.bean(Json.class), headers);
    }

    private static void closedFor(String token, String code) {
        TestSocket socket = suite.socket("/ws");
        socket.say("authenticate", token == null ? "{}" : "{\"token\":\"" + token + "\"}");
        assertEquals(code, socket.lastError(), String.valueOf(token));
        assertEquals(4401, socket.closeCode());
    }

    @Test
    void theFirstMessageTellsWhoItIs() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socket("/ws");
        var data = TestSocket.data(socket.signIn(ann.token()));
        assertEquals(ann.id().toString(), data.get("user_id"));
        assertEquals(0, data.get("last_seq"));
        assertTrue(data.containsKey("expires_at"));
        socket.close();
    }

    @Test
    void wrongTokensAreRefusedAndTheSocketIsClosed() {
        String good = suite.person("ann").token();
        closedFor(null, "unauthenticated");
        closedFor("", "unauthenticated");
        closedFor("x.y.z", "unauthenticated");
        closedFor(good.substring(0, good.lastIndexOf('.') + 1) + "A".repeat(86), "unauthenticated");
        closedFor("eyJhbGciOiJub25lIn0" + good.substring(good.indexOf('.')), "unauthenticated");
        closedFor("a".repeat(5_000), "unauthenticated");
    }

    @Test
    void anExpiredTokenIsRefused() {
        String token = suite.person("ann").token();
        suite.clock().advance(Duration.ofMinutes(11));
        closedFor(token, "unauthenticated");
    }

    @Test
    void whoDoesNotSignInTimelyHasToGo() {
        TestSocket socket = suite.socket("/ws");
        socket.say("ping", "{}");
        socket.await("pong");
        suite.clock().advance(Duration.ofSeconds(6));
        assertEquals("authentication_late", socket.lastError());
        assertEquals(4408, socket.closeCode());
    }

    @Test
    void beforeSigningInNothingIsGiven() {
        TestSocket socket = suite.socket("/ws");
        socket.say("subscribe", "{\"channels\":[\"market:*\"]}");
        assertEquals("unauthenticated", TestSocket.error(socket.await("error")));
        socket.say("resume", "{\"after_seq\":0}");
        assertEquals("unauthenticated", TestSocket.error(socket.await("error")));
        socket.signIn(suite.person("ann").token());
        socket.close();
    }

    @Test
    void pagesOfOtherSitesMayNotConnect() {
        for (String origin : List.of(
                "https://evil.example",
                "null",
                "https://moa.example.evil.example",
                "file://",
                "https://moa.example:8443")) {
            TestSocket refused = knock("Origin: " + origin);
            assertEquals(403, refused.status(), origin);
            assertTrue(refused.refusal().contains("origin_not_allowed"), refused.refusal());
            refused.close();
        }
        for (String origin : List.of(
                NotificationSuite.PUBLIC_URL,
                "HTTPS://MOA.EXAMPLE",
                suite.address().toString())) {
            TestSocket own = knock("Origin: " + origin);
            assertEquals(101, own.status(), origin);
            own.close();
        }
    }

    @Test
    void aTokenIsWarnedOfBeforeItRunsOutAndThenTheSocketCloses() {
        TestSocket socket = suite.socketOf(suite.person("ann"));
        for (int minute = 0; minute < 9; minute++) {
            suite.clock().advance(Duration.ofMinutes(1));
            socket.say("ping", "{}");
            socket.await("pong");
        }
        suite.clock().advance(Duration.ofSeconds(10));
        socket.await("token_expiring");
        suite.clock().advance(Duration.ofSeconds(55));
        assertEquals("token_expired", socket.lastError());
        assertEquals(4401, socket.closeCode());
    }

    @Test
    void aSocketTakesANewTokenOfItsPersonAndOfNobodyElse() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socketOf(ann);
        socket.signIn(suite.again(ann.id(), "ann").token());
        socket.say("authenticate", "{\"token\":\"wrong\"}");
        assertEquals("unauthenticated", TestSocket.error(socket.await("error")));
        socket.say("ping", "{}");
        socket.await("pong");
        socket.say("authenticate", "{\"token\":\"" + suite.person("bob").token() + "\"}");
        assertEquals("other_person", socket.lastError());
        assertEquals(4403, socket.closeCode());
    }

    @Test
    void onePersonHasAtMostTwentySockets() {
        Person ann = suite.person("ann");
        List<TestSocket> open = new ArrayList<>();
        for (int i = 0; i < Sockets.MOST_OF_ONE; i++) {
            open.add(suite.socketOf(ann));
        }
        TestSocket oneMore = suite.socket("/ws");
        oneMore.say("authenticate", "{\"token\":\"" + ann.token() + "\"}");
        assertEquals("too_many", oneMore.lastError());
        assertEquals(4429, oneMore.closeCode());
        open.removeFirst().close();
        Await.until("there is room again", () -> openOf(ann) < Sockets.MOST_OF_ONE);
        open.add(suite.socketOf(ann));
        open.forEach(TestSocket::close);
    }

    private static long openOf(Person person) {
        List<Connection> open = new ArrayList<>();
        suite.bean(Sockets.class).ofPerson(person.id(), open::add);
        return open.size();
    }

    @Test
    void strangersDoNotTakeAllPlaces() {
        List<TestSocket> silent = new ArrayList<>();
        TestSocket last = knock();
        while (last.status() == 101 && silent.size() < 40) {
            silent.add(last);
            last = knock();
        }
        assertEquals(503, last.status());
        assertTrue(last.refusal().contains("too_many_connections"), last.refusal());
        silent.forEach(TestSocket::close);
        Await.until("there is room again", () -> knock().status() == 101);
    }

    @Test
    void whoLeavesWhileSigningInIsForgotten() {
        Person ann = suite.person("ann");
        Sockets sockets = suite.bean(Sockets.class);
        Runnable release = suite.peers().holdSessions();
        List<Connection> before = new ArrayList<>();
        sockets.each(before::add);
        TestSocket socket = suite.socket("/ws");
        socket.say("authenticate", "{\"token\":\"" + ann.token() + "\"}");
        List<Connection> mine = new ArrayList<>();
        Await.until("it is there", () -> {
            mine.clear();
            sockets.each(mine::add);
            mine.removeAll(before);
            return mine.size() == 1;
        });
        Await.until("auth is being asked", () -> suite.peers().held() == 1);
        socket.close();
        Await.until("it has left", () -> mine.getFirst().isClosed());
        release.run();
        Await.until("it was found out who it was", () -> mine.getFirst().userId() != null);
        UUID id = ann.id();
        Await.until("it is forgotten", () -> !sockets.people().contains(id));
        TestSocket again = suite.socketOf(ann);
        assertFalse(sockets.people().isEmpty());
        again.close();
    }
}
