package dev.moa.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.notification.Facts;
import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.notification.TestSocket;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fill is three events of its person: order_filled, portfolio_update, notification. */
class ResumeIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static List<Integer> numbers(TestSocket socket) {
        return socket.received().stream()
                .map(event -> (Integer) event.get("seq"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static void resume(TestSocket socket, int afterSeq) {
        socket.say("resume", "{\"after_seq\":" + afterSeq + "}");
    }

    private static void fills(Person person, int count) {
        for (int i = 1; i <= count; i++) {
            suite.facts().fill(person.id(), "0." + i);
        }
    }

    private static void stored(Person person, int events) {
        Await.until(
                events + " events are stored",
                () -> suite.count("SELECT count(*) FROM live_event WHERE user_id = ?", person.id()) == events);
    }

    @Test
    void numbersGrowByOneWithoutAGapAcrossSockets() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socketOf(ann).subscribe("orders", "portfolio");
        fills(ann, 5);
        Await.until("all came", () -> numbers(socket).size() == 15);
        assertEquals(range(1, 15), numbers(socket));
        assertEquals(
                15, TestSocket.data(suite.socket("/ws").signIn(ann.token())).get("last_seq"));
    }

    @Test
    void whatWasMissedComesAfterAReconnectOnceAndInOrder() {
        Person ann = suite.person("ann");
        TestSocket first = suite.socketOf(ann).subscribe("orders", "portfolio");
        fills(ann, 2);
        Await.until("all came", () -> numbers(first).size() == 6);
        first.close();
        fills(ann, 3);
        stored(ann, 15);
        TestSocket second = suite.socketOf(ann).subscribe("orders", "portfolio");
        resume(second, 4);
        assertEquals(15, TestSocket.data(second.await("resumed")).get("last_seq"));
        suite.facts().fill(ann.id(), "0.9");
        Await.until("the new ones came", () -> numbers(second).size() == 14);
        assertEquals(range(5, 18), numbers(second));
    }

    @Test
    void whoResumesBeforeSubscribingIsToldEverythingMissed() {
        Person ann = suite.person("ann");
        fills(ann, 2);
        stored(ann, 6);
        TestSocket socket = suite.socketOf(ann);
        resume(socket, 1);
        socket.await("resumed");
        assertEquals(range(2, 6), numbers(socket));
    }

    @Test
    void aReplayKeepsToTheSubscribedChannels() {
        Person ann = suite.person("ann");
        fills(ann, 3);
        stored(ann, 9);
        TestSocket socket = suite.socket("/ws/portfolio");
        socket.signIn(ann.token());
        socket.await("subscribed");
        resume(socket, 0);
        socket.await("resumed");
        assertEquals(List.of(2, 3, 5, 6, 8, 9), numbers(socket));
    }

    @Test
    void nothingIsLostOverARestartOfTheService() {
        Person ann = suite.person("ann");
        TestSocket before = suite.socketOf(ann).subscribe("orders", "portfolio");
        fills(ann, 1);
        Await.until("all came", () -> numbers(before).size() == 3);
        Facts.Letter whileDown = suite.facts().letter(ann.id(), "an order", Facts.fillOf("0.5"));
        suite.stop();
        before.closeCode();
        suite.facts().send(whileDown);
        suite.start();
        stored(ann, 6);
        TestSocket after = suite.socketOf(ann).subscribe("orders", "portfolio");
        resume(after, 2);
        after.await("resumed");
        suite.facts().fill(ann.id(), "0.6");
        Await.until("the new ones came", () -> numbers(after).size() == 7);
        assertEquals(range(3, 9), numbers(after));
    }

    @Test
    void whoMissedWhatIsNoLongerKeptIsToldToReadEverythingAnew() {
        Person ann = suite.person("ann");
        fills(ann, 2);
        stored(ann, 6);
        suite.bean(Sql.class).update("DELETE FROM live_event WHERE user_id = ? AND seq <= 4", ann.id());
        TestSocket socket = suite.socketOf(ann).subscribe("orders", "portfolio");
        resume(socket, 3);
        assertEquals(6, TestSocket.data(socket.await("resync_required")).get("last_seq"));
        resume(socket, 4);
        socket.await("resumed");
        assertEquals(range(5, 6), numbers(socket));
        resume(socket, 99);
        socket.await("resync_required");
        suite.facts().fill(ann.id(), "0.5");
        assertEquals(9, socket.await("notification").get("seq"));
        assertTrue(socket.isOpen());
    }
}
