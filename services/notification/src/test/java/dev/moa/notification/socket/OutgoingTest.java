package dev.moa.notification.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    /** A reader who takes a frame when the test says so. */
    private static final class SlowWire implements Wire {
        private final List<String> sent = new ArrayList<>();
        private CompletableFuture<Void> taking = new CompletableFuture<>();

        void take() {
            CompletableFuture<Void> one = taking;
            taking = new CompletableFuture<>();
            one.complete(null);
        }

        void takeAll() {
            for (int before = -1; before != sent.size(); ) {
                before = sent.size();
                take();
            }
        }

        @Override
        public CompletionStage<?> send(String text) {
            sent.add(text);
            return taking;
        }

        @Override
        public void ping() {
            sent.add("ping");
        }

        @Override
        public void close(int code, String reason) {
            sent.add("close " + code + " " + reason);
        }

        @Override
        public void cut() {
            sent.add("cut");
        }
    }

    private final SlowWire wire = new SlowWire();
    private final List<Integer> drained = new ArrayList<>();
    private final Outgoing outgoing = new Outgoing(wire, new Lane(Runnable::run), () -> drained.add(1));

    @Test
    void oneFrameIsOnTheWireAtATime() {
        outgoing.offer("one");
        outgoing.offer("two");
        assertEquals(List.of("one"), wire.sent);
        wire.take();
        assertEquals(List.of("one", "two"), wire.sent);
    }

    @Test
    void aSlowReaderMissesPricesInBetweenAndNoOrderEvent() {
        outgoing.offer("first");
        for (int i = 1; i <= 1_000; i++) {
            String value = "price " + i;
            outgoing.latest("btc", seq -> value);
            outgoing.latest("eth", seq -> "eth");
        }
        outgoing.offer("order");
        wire.takeAll();
        assertEquals(List.of("first", "order", "price 1000", "eth"), wire.sent);
    }

    @Test
    void whatWaitsForASlowReaderIsBounded() {
        outgoing.offer("on the wire");
        int taken = 0;
        while (outgoing.offer("order " + taken)) {
            taken++;
        }
        assertEquals(512, taken);
        assertEquals(0, outgoing.room());
        for (int i = 0; i < 10_000; i++) {
            outgoing.latest("price " + i, seq -> "price");
        }
        wire.takeAll();
        assertEquals(1 + 512 + 2_048, wire.sent.size());
        assertEquals("order 511", wire.sent.get(512));
    }

    @Test
    void aLatestValueCarriesTheNumberOfTheLastFrameBeforeIt() {
        outgoing.latest("a", seq -> "a" + seq);
        outgoing.offer("event", 7);
        outgoing.latest("b", seq -> "b" + seq);
        outgoing.offer("reply");
        wire.takeAll();
        assertEquals(List.of("a0", "event", "reply", "b7"), wire.sent);
    }

    @Test
    void roomIsToldWhenTheReaderHasCaughtUp() {
        for (int i = 0; i < 200; i++) {
            outgoing.offer("frame");
        }
        wire.take();
        assertTrue(drained.isEmpty());
        wire.takeAll();
        assertFalse(drained.isEmpty());
    }

    @Test
    void theLastWordPassesEverythingThatWaits() {
        outgoing.offer("one");
        outgoing.offer("two");
        outgoing.latest("price", seq -> "price");
        outgoing.end("bye", 4401, "session_ended");
        outgoing.end("bye", 1013, "again");
        wire.takeAll();
        assertFalse(outgoing.offer("late"));
        outgoing.latest("price", seq -> "late");
        assertEquals(List.of("one", "bye", "close 4401 session_ended"), wire.sent);
    }

    @Test
    void aReaderWhoTakesNothingIsSeen() {
        assertEquals(0, outgoing.stalledNanos());
        outgoing.offer("one");
        assertTrue(outgoing.stalledNanos() > 0);
        wire.take();
        assertEquals(0, outgoing.stalledNanos());
    }
}
