package dev.moa.notification.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.notification.StubPeers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChatCommandsIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterEach
    void tradingIsWell() {
        suite.peers().tradingAnswers(200);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static long asked(Person person) {
        return suite.peers().asked().stream()
                .filter(call -> call.startsWith(person.id().toString()))
                .count();
    }

    @Test
    void statusTellsTheLinkedPersonsOwnNumbers() {
        Person ann = suite.linked("ann", 301);
        Person bob = suite.linked("bob", 302);
        String hers = suite.said(301, "/status").getLast();
        assertTrue(hers.contains("Equity: " + StubPeers.equityOf(ann.id()) + " USDT"), hers);
        assertTrue(hers.contains("Today: +12.5 USDT"), hers);
        assertTrue(hers.contains("Unrealized: -3 USDT"), hers);
        assertTrue(hers.contains("USDT: 90 (free 80)"), hers);
        assertTrue(suite.said(302, "/status").getLast().contains(StubPeers.equityOf(bob.id())));
        bob.put("/notifications/preferences", "{\"locale\":\"ko\"}");
        assertTrue(suite.said(302, "/Status").getLast().contains("총자산: " + StubPeers.equityOf(bob.id())));
    }

    @Test
    void positionsAndHelpAreAnswered() {
        suite.linked("ann", 311);
        String positions = suite.said(311, "/positions").getLast();
        assertEquals("<b>BINANCE:BTCUSDT</b> LONG 0.1\nentry 50000, now 51000, P/L +100", positions);
        for (String asking : List.of("/help", "/start", "hello", "/magic", "/ѕtatus")) {
            assertTrue(suite.said(311, asking).getLast().startsWith("/status – balance"), asking);
        }
    }

    @Test
    void anUnknownChatLearnsHowToLinkAndNothingElse() {
        suite.linked("ann", 321);
        int before = suite.peers().asked().size();
        List<String> told = List.of();
        for (String asking : List.of("/status", "/positions", "/help", "/unlink", "hello", "/status", "/status")) {
            told = suite.said(322, asking);
        }
        assertEquals(Strangers.MOST_ANSWERS, told.size(), "and only so often");
        assertTrue(told.stream().allMatch(text -> text.startsWith("I only talk to linked chats.")), told.toString());
        assertEquals(before, suite.peers().asked().size(), "nobody was asked for anything");
    }

    @Test
    void onlyWhatAPersonWritesHereAndNowCounts() {
        Person ann = suite.linked("ann", 331);
        long stranger = 339;
        List<Map<String, Object>> odd = List.of(
                Map.of("forward_origin", Map.of("type", "user")),
                Map.of("forward_date", 1_700_000_000),
                Map.of("edit_date", 1_700_000_000),
                Map.of("via_bot", Map.of("id", 5, "is_bot", true)),
                Map.of("sender_chat", Map.of("id", -100, "type", "channel")),
                Map.of("chat", Map.of("id", -331, "type", "group")),
                Map.of("chat", Map.of("id", 331, "type", "group")),
                Map.of("from", Map.of("id", stranger, "is_bot", false)),
                Map.of("from", Map.of("id", 331, "is_bot", true)),
                Map.of("text", Map.of("of", "/status")),
                Map.of("chat", "331"));
        long last = 0;
        for (Map<String, Object> members : odd) {
            last = suite.telegram().say(331, "/status", members);
        }
        last = suite.telegram().update(Map.of("edited_message", Map.of("text", "/status")));
        last = suite.telegram().update(Map.of("callback_query", Map.of("data", "status")));
        last = suite.telegram().update(Map.of("message", "no object"));
        List<String> told = suite.afterUpdate(331, last);
        assertEquals(1, told.size(), "only the greeting, not " + told);
        assertEquals(1, suite.said(331, "/status@another_bot").size());
        assertEquals(0, asked(ann));
        assertTrue(suite.telegram().textsTo(-331).isEmpty());
        assertTrue(suite.telegram().textsTo(stranger).isEmpty());
        assertEquals(2, suite.said(331, "/status").size(), "the bot is well");
    }

    @Test
    void whenTradingDoesNotAnswerThatIsSaidAndNothingElse() {
        suite.linked("ann", 341);
        suite.peers().tradingAnswers(503);
        String away = suite.said(341, "/status").getLast();
        assertTrue(away.startsWith("The trading service does not answer"), away);
        suite.peers().tradingAnswers(403);
        assertTrue(suite.said(341, "/positions").getLast().startsWith("Your account may not see this"));
        assertFalse(suite.telegram().textsTo(341).toString().contains("SELECT"));
    }

    @Test
    void anUpdateThatIsGivenAgainIsNotRunAgain() {
        Person ann = suite.linked("ann", 351);
        suite.said(351, "/status");
        long before = asked(ann);
        suite.telegram().replayUpdates();
        suite.said(351, "/help");
        List<String> told = suite.said(351, "/help");
        assertEquals(4, told.size(), "greeting, status, twice help");
        assertEquals(before, asked(ann));
        assertTrue(Boolean.TRUE.equals(ann.get("/telegram").at("linked")));
    }

    @Test
    void aRestartForgetsAndRepeatsNoCommand() {
        Person ann = suite.linked("ann", 361);
        suite.said(361, "/status");
        long before = asked(ann);
        suite.stop();
        long whileDown = suite.telegram().say(361, "/positions");
        suite.start();
        List<String> told = suite.afterUpdate(361, whileDown);
        assertEquals(3, told.size(), told.toString());
        assertTrue(told.getLast().contains("BINANCE:BTCUSDT"));
        assertEquals(before + 1, asked(ann));
        suite.telegram().replayUpdates();
        suite.said(361, "/help");
        assertEquals(5, suite.said(361, "/help").size(), "the old updates are still known");
    }
}
