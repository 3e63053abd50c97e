package dev.moa.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.notification.NotificationSuite;
import dev.moa.notification.TestSocket;
import dev.moa.platform.json.Json;
import dev.moa.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients send that no client should; after each, everybody else is served as before. */
class BrokenFramesIT {
    private static final byte[] PART = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static TestSocket signedIn() {
        return suite.socketOf(suite.person("ann"));
    }

    @Test
    void messagesThatMakeNoSenseAreAnsweredAndTheSocketStays() {
        TestSocket socket = signedIn();
        for (String odd :
                List.of("", "x", "[]", "{}", "{\"event\":\"ping\",\"data\":7}", "{\"event\":{}}", "[".repeat(2_000))) {
            socket.send(TestSocket.TEXT, odd);
            String code = TestSocket.error(socket.await("error"));
            assertTrue(code.equals("malformed_message") || code.equals("unknown_event"), odd + ": " + code);
        }
        socket.say("magic", "{}");
        assertEquals("unknown_event", TestSocket.error(socket.await("error")));
        socket.say("resume", "{\"after_seq\":-1}");
        assertEquals("malformed_message", TestSocket.error(socket.await("error")));
        socket.say("ping", "{}");
        socket.await("pong");
        assertTrue(socket.isOpen());
    }

    @Test
    void whoMakesTooManyMistakesHasToGo() {
        TestSocket socket = signedIn();
        for (int i = 0; i < 30; i++) {
            socket.say("magic", "{}");
        }
        assertEquals(1008, socket.closeCode());
        assertEquals("too_much", socket.lastError());
    }

    @Test
    void whoSaysTooMuchHasToGo() {
        TestSocket socket = signedIn();
        for (int i = 0; i < 400; i++) {
            socket.say("ping", "{}");
        }
        assertEquals(1008, socket.closeCode());
    }

    @Test
    void aMessageMayComeInPartsAndMustNotBeTooLong() {
        TestSocket parts = signedIn();
        parts.frame(false, TestSocket.TEXT, "{\"event\":".getBytes(StandardCharsets.UTF_8));
        parts.frame(true, TestSocket.CONTINUATION, "\"ping\"}".getBytes(StandardCharsets.UTF_8));
        parts.await("pong");
        parts.frame(false, TestSocket.TEXT, PART);
        parts.frame(false, TestSocket.CONTINUATION, PART);
        assertEquals(1009, parts.closeCode());

        TestSocket large = signedIn();
        large.send(TestSocket.TEXT, "x".repeat(20_000));
        assertTrue(List.of(1002, 1005, 1009).contains(large.closeCode()), "code " + large.closeCode());
    }

    @Test
    void whatIsNoTextEndsTheSocket() {
        TestSocket binary = signedIn();
        binary.frame(true, TestSocket.BINARY, PART);
        assertEquals(1003, binary.closeCode());
        TestSocket broken = signedIn();
        broken.frame(true, TestSocket.TEXT, new byte[] {'"', (byte) 0xff, '"'});
        assertTrue(List.of(1002, 1007).contains(broken.closeCode()), "code " + broken.closeCode());
    }

    @Test
    void nothingIsEverUnpacked() {
        TestSocket socket = TestSocket.knock(
                suite.address(),
                "/ws",
                () -> suite.bean(Json.class),
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
        assertEquals(101, socket.status());
        assertFalse(
                socket.headers().toString().contains("extensions"),
                socket.headers().toString());
        socket.read().write(new byte[] {(byte) 0xc1, (byte) 0x81, 0, 0, 0, 0, 'x'});
        assertEquals(1002, socket.closeCode());
    }

    @Test
    void whatIsNoFrameEndsTheSocketAndNothingElse() {
        List<byte[]> broken = List.of(
                new byte[] {(byte) 0x83, (byte) 0x80, 1, 2, 3, 4},
                new byte[] {(byte) 0xf1, (byte) 0x81, 1, 2, 3, 4, 5},
                new byte[] {(byte) 0x81, 1, 'x'},
                new byte[] {(byte) 0x81, (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4},
                new byte[] {0x09, (byte) 0x80, 1, 2, 3, 4},
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        TestSocket witness = signedIn();
        List<TestSocket> sockets = new ArrayList<>();
        for (byte[] bytes : broken) {
            TestSocket socket = signedIn();
            socket.write(bytes);
            sockets.add(socket);
        }
        for (int i = 0; i < sockets.size(); i++) {
            TestSocket socket = sockets.get(i);
            Await.until("socket " + i + " is closed", () -> !socket.isOpen());
        }
        witness.say("ping", "{}");
        witness.await("pong");
        assertTrue(witness.isOpen());
    }
}
