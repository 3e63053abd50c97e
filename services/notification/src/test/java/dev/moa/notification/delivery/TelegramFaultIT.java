package dev.moa.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is guaranteed: each message arrives at least once as long as Telegram comes back within nine hours; it arrives
 * twice only where its first arrival was not confirmed, and whatever may be such a repeat says so. Messages to one chat
 * keep their order.
 */
class TelegramFaultIT {
    private static final String REPEAT = "↻";

    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterEach
    void telegramIsWell() {
        suite.telegram().clear();
        suite.clock().reset();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /** The texts a chat got after its greeting, once nothing waits for it any more. */
    private static List<String> news(long chat) {
        Await.until("nothing waits for " + chat, () -> pending(chat) == 0);
        List<String> texts = suite.telegram().textsTo(chat);
        return texts.subList(1, texts.size());
    }

    private static long pending(long chat) {
        return suite.count(
                "SELECT count(*) FROM delivery WHERE state = 'PENDING' AND address = ?", Long.toString(chat));
    }

    private static void queued(long chat, int messages) {
        Await.until(
                messages + " messages were stored",
                () -> suite.count("SELECT count(*) FROM delivery WHERE address = ?", Long.toString(chat))
                        == messages + 1);
    }

    private static String deliveries(Person person) {
        return person.inbox().getFirst().toString();
    }

    @Test
    void whenAskedToWaitItWaitsAndSendsOnce() {
        Person ann = suite.linked("ann", 401);
        suite.telegram().tooManyFor(Duration.ofMillis(900));
        suite.facts().fill(ann.id(), "0.1");
        queued(401, 1);
        assertEquals(1, news(401).size());
        assertFalse(news(401).getFirst().contains(REPEAT));
        assertEquals(0, suite.telegram().impatientCalls());
        assertTrue(deliveries(ann).contains("tries=1"), deliveries(ann));
    }

    @Test
    void aRefusalThatMayHaveDeliveredIsRepeatedWithAMark() {
        Person ann = suite.linked("ann", 411);
        suite.telegram().failNext(1, 502);
        suite.facts().fill(ann.id(), "0.1");
        queued(411, 1);
        List<String> told = news(411);
        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith(REPEAT), told.getFirst());
        assertTrue(told.getFirst().endsWith("0.1 @ 50000.1, fee 0.05 USDT · paper"));
    }

    @Test
    void aLostAnswerIsTheOnlyReasonToComeTwiceAndTheSecondOneIsMarked() {
        Person ann = suite.linked("ann", 421);
        suite.telegram().dropNextAnswers(1);
        suite.facts().fill(ann.id(), "0.1");
        suite.facts().fill(ann.id(), "0.2");
        queued(421, 2);
        List<String> told = news(421);
        assertEquals(3, told.size(), told.toString());
        assertTrue(told.get(0).startsWith("<b>Buy") && told.get(0).contains("0.1 @"));
        assertTrue(told.get(1).startsWith(REPEAT) && told.get(1).contains("0.1 @"));
        assertTrue(told.get(2).startsWith("<b>Buy") && told.get(2).contains("0.2 @"));
    }

    @Test
    void aFailureHoldsUpItsOwnChatInOrderAndNoOther() {
        Person ann = suite.linked("ann", 431);
        Person bob = suite.linked("bob", 432);
        suite.telegram().block(432);
        suite.facts().fill(bob.id(), "0.9");
        for (int i = 1; i <= 3; i++) {
            suite.facts().fill(ann.id(), "0." + i);
        }
        queued(431, 3);
        List<String> told = news(431);
        assertEquals(3, told.size());
        for (int i = 0; i < 3; i++) {
            assertTrue(told.get(i).contains("0." + (i + 1) + " @"), told.toString());
        }
        Await.until("the blocked one is given up", () -> deliveries(bob).contains("state=dead"));
        assertTrue(deliveries(bob).contains("bot was blocked by the user"), deliveries(bob));
        assertTrue(news(432).isEmpty());
    }

    @Test
    void whileTelegramIsAwayMessagesWaitAndThenComeInOrder() {
        Person ann = suite.linked("ann", 441);
        suite.telegram().away(503);
        suite.facts().fill(ann.id(), "0.1");
        suite.facts().fill(ann.id(), "0.2");
        Await.until("it was tried and waits", () -> ann.inbox().toString().contains("Telegram answered 503"));
        suite.telegram().away(0);
        suite.clock().advance(Duration.ofMinutes(1));
        List<String> told = news(441);
        assertEquals(2, told.size());
        assertTrue(told.get(0).contains("0.1 @") && told.get(1).contains("0.2 @"), told.toString());
    }

    @Test
    void whatWaitsOutlivesARestart() {
        Person ann = suite.linked("ann", 451);
        suite.telegram().failNext(1_000, 500);
        suite.facts().fill(ann.id(), "0.1");
        Await.until("it was tried", () -> deliveries(ann).contains("Telegram answered 500"));
        suite.stop();
        suite.telegram().failNext(0, 0);
        suite.start();
        suite.clock().advance(Duration.ofMinutes(1));
        assertEquals(1, news(451).size());
    }

    @Test
    void anOrderlyEndWaitsForTheAnswerSoThatNothingComesTwice() {
        Person ann = suite.linked("ann", 461);
        suite.telegram().slow(Duration.ofMillis(700));
        suite.facts().fill(ann.id(), "0.1");
        Await.until(
                "it is on its way",
                () -> suite.count(
                                "SELECT count(*) FROM delivery WHERE state = 'PENDING' AND uncertain AND address = '461'")
                        == 1);
        suite.stop();
        suite.telegram().slow(Duration.ZERO);
        suite.start();
        assertEquals(0, pending(461), "it was found out before the end");
        assertEquals(1, news(461).size());
        assertTrue(deliveries(ann).contains("state=sent"), deliveries(ann));
    }

    @Test
    void whatACrashLeftUncertainComesAgainAndIsMarked() {
        suite.linked("ann", 471);
        // As a killed process leaves it: claimed, sent or not, and nobody knows.
        suite.bean(Sql.class)
                .update(
                        """
                        INSERT INTO delivery (channel, address, text, state, tries, uncertain, next_at, created_at)
                        VALUES ('telegram', '471', 'before the crash', 'PENDING', 1, true, ?, ?)
                        """,
                        suite.clock().instant().plus(Sending.LEASE),
                        suite.clock().instant());
        assertTrue(suite.telegram().textsTo(471).size() == 1, "not before the first sender must have given up");
        suite.clock().advance(Sending.LEASE.plusSeconds(1));
        List<String> told = news(471);
        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith(REPEAT) && told.getFirst().endsWith("before the crash"));
    }

    @Test
    void afterTheLastTryAMessageIsGivenUpAndTheNextOneGoes() {
        Person ann = suite.linked("ann", 481);
        suite.telegram().failNext(1, 500);
        suite.bean(Sql.class)
                .update(
                        """
                        INSERT INTO delivery (channel, address, text, state, tries, uncertain, next_at, created_at)
                        VALUES ('telegram', '481', 'hopeless', 'PENDING', ?, true, ?, ?)
                        """,
                        RetryPlan.MOST_TRIES - 1,
                        suite.clock().instant(),
                        suite.clock().instant());
        suite.facts().fill(ann.id(), "0.1");
        queued(481, 2);
        List<String> told = news(481);
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains("0.1 @"));
        assertEquals(1, suite.count("SELECT count(*) FROM delivery WHERE state = 'DEAD' AND text = 'hopeless'"));
    }
}
