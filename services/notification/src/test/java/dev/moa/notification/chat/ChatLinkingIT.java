package dev.moa.notification.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.notification.delivery.Deliveries;
import dev.moa.notification.delivery.DeliveryDraft;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChatLinkingIT {
    private static final String LINKED = "✅";
    private static final String HOW_TO_LINK = "I only talk to linked chats.";

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

    private static boolean isLinked(Person person) {
        return Boolean.TRUE.equals(person.get("/telegram").at("linked"));
    }

    private static void shows(long chat, String code, String answer) {
        List<String> told = suite.said(chat, "/start " + code);
        assertTrue(told.getLast().startsWith(answer), told.getLast());
    }

    @Test
    void aCodeLinksTheChatThatShowsItOnce() {
        Person ann = suite.person("ann");
        String code = ann.code();
        shows(201, code, LINKED);
        assertTrue(isLinked(ann));
        shows(201, code, "This code does not count");
        shows(202, code, HOW_TO_LINK);
        suite.facts().settle(ann);
        Await.until("the chat is told", () -> suite.telegram().textsTo(201).size() == 3);
        assertEquals(1, suite.telegram().textsTo(202).size(), "the second chat hears nothing of hers");
    }

    @Test
    void aCodeThatExpiredWasReplacedOrGuessedDoesNotCount() {
        Person ann = suite.person("ann");
        String replaced = ann.code();
        String code = ann.code();
        shows(211, replaced, HOW_TO_LINK);
        shows(211, "AAAAAAAAAAAAAAAAAAAAAA", HOW_TO_LINK);
        shows(211, code.toLowerCase(java.util.Locale.ROOT) + "x", HOW_TO_LINK);
        suite.clock().advance(Duration.ofMinutes(15).plusSeconds(1));
        shows(211, code, HOW_TO_LINK);
        suite.clock().reset();
        assertFalse(isLinked(ann));
    }

    @Test
    void aCodeCountsUntilItsLastMinute() {
        Person ann = suite.person("ann");
        String code = ann.code();
        suite.clock().advance(Duration.ofMinutes(14));
        shows(221, code, LINKED);
    }

    @Test
    void whoGuessesTooOftenIsNotHeardEvenWithTheRightCode() {
        Person ann = suite.person("ann");
        String code = ann.code();
        for (int i = 0; i < ChatLinking.MOST_GUESSES; i++) {
            suite.said(231, "/start guess" + i);
        }
        suite.said(231, "/start " + code);
        assertFalse(isLinked(ann));
        shows(232, code, LINKED);
    }

    @Test
    void anotherChatTakesTheLinkOverAndTheOldOneIsToldNothingMore() {
        Person ann = suite.linked("ann", 241);
        shows(242, ann.code(), LINKED);
        Await.until("the old chat is told", () -> suite.telegram().textsTo(241).size() == 2);
        assertTrue(suite.telegram().textsTo(241).getLast().contains("another chat was linked"));
        suite.facts().settle(ann);
        Await.until("the new chat is told", () -> suite.telegram().textsTo(242).size() == 2);
        assertEquals(2, suite.telegram().textsTo(241).size());
        assertTrue(suite.said(241, "/status").getLast().startsWith(HOW_TO_LINK));
    }

    @Test
    void aChatBelongsToOneAccountAtATime() {
        Person ann = suite.linked("ann", 251);
        Person bob = suite.person("bob");
        String code = bob.code();
        shows(251, code, "This chat is linked to another account");
        assertTrue(isLinked(ann));
        assertFalse(isLinked(bob));
        assertTrue(suite.said(251, "/unlink").getLast().startsWith("This chat is no longer linked"));
        assertFalse(isLinked(ann));
        shows(251, code, LINKED);
        suite.facts().settle(ann);
        suite.facts().fill(bob.id(), "0.5");
        Await.until(
                "his fill is told",
                () -> suite.telegram().textsTo(251).getLast().contains("0.5 @"));
        assertFalse(suite.telegram().textsTo(251).toString().contains("0.777"), "nothing of hers");
    }

    @Test
    void unlinkingGivesUpWhatStillWaits() {
        Person ann = suite.linked("ann", 261);
        suite.telegram().failNext(1_000, 500);
        suite.facts().settle(ann);
        Await.until("it was tried", () -> ann.inbox().toString().contains("Telegram answered 500"));
        assertEquals(204, ann.delete("/telegram").status());
        suite.telegram().failNext(0, 0);
        Await.until("goodbye is said", () -> suite.telegram().textsTo(261).size() == 2);
        assertTrue(suite.telegram().textsTo(261).getLast().contains("no longer linked"));
        assertTrue(ann.inbox().toString().contains("state=dead"), ann.inbox().toString());
    }

    @Test
    void whatIsPutOnItsWayWhileAChatIsUnlinkedIsGivenUpToo() {
        Person ann = suite.linked("ann", 271);
        Sql sql = suite.bean(Sql.class);
        suite.telegram().failNext(1_000, 500);
        CompletableFuture<Integer> unlinked = sql.inTransaction(() -> {
            String chat = suite.bean(ChatLinking.class).addressHeldFor(ann.id()).orElseThrow();
            var deleting =
                    CompletableFuture.supplyAsync(() -> ann.delete("/telegram").status());
            // Asked on another connection: within one transaction the answer would never change.
            Await.until(
                    "the other waits",
                    () -> CompletableFuture.supplyAsync(() -> suite.count(
                                            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))
                                    .join()
                            > 0);
            suite.bean(Deliveries.class).enqueue(new DeliveryDraft(ann.id(), null, chat, "late news"));
            return deleting;
        });
        assertEquals(204, unlinked.join());
        suite.telegram().failNext(0, 0);
        Await.until("goodbye is said", () -> suite.telegram().textsTo(271).size() == 2);
        assertFalse(suite.telegram().textsTo(271).contains("late news"));
    }
}
