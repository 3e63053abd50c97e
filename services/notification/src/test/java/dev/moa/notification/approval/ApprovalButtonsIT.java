package dev.moa.notification.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.TradingEvents;
import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.testkit.Await;
import dev.moa.testkit.StubTelegram;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApprovalButtonsIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterEach
    void tradingIsWell() {
        suite.peers().tradingAnswers(200);
        suite.clock().reset();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /** A message with two buttons that asks this person. */
    private static Map<String, String> asked(Person person, long chat, UUID approval) {
        Instant until = suite.clock().instant().plus(Duration.ofMinutes(10));
        suite.facts()
                .tell(
                        person.id(),
                        new TradingEvents.ApprovalRequested(
                                approval,
                                UUID.randomUUID(),
                                "Crossing",
                                UUID.randomUUID(),
                                "BINANCE:BTCUSDT",
                                "BUY",
                                new BigDecimal("0.1"),
                                null,
                                new BigDecimal("50000"),
                                BigDecimal.ONE,
                                "PAPER",
                                until));
        Await.until("the question arrived", () -> !buttons(chat).isEmpty());
        return buttons(chat);
    }

    private static Map<String, String> buttons(long chat) {
        return suite.telegram().sent().stream()
                .filter(sent -> sent.chatId() == chat && !sent.buttons().isEmpty())
                .map(StubTelegram.Sent::buttons)
                .reduce((first, last) -> last)
                .orElse(Map.of());
    }

    private static List<String> decisions(Person person) {
        return suite.peers().asked().stream()
                .filter(call -> call.startsWith(person.id() + " /api/v1/signals/approvals/"))
                .toList();
    }

    private static String pressed(long chat, String data) {
        return suite.afterUpdate(chat, suite.telegram().press(chat, data)).getLast();
    }

    @Test
    void aPressApprovesOnceForTheLinkedPerson() {
        Person ann = suite.linked("ann", 801);
        UUID approval = UUID.randomUUID();
        Map<String, String> buttons = asked(ann, 801, approval);
        assertEquals(List.of("✅ Approve", "✖ Refuse"), List.copyOf(buttons.keySet()));
        String approve = buttons.get("✅ Approve");
        assertTrue(pressed(801, approve).startsWith("✅ Approved: Buy 0.1 BINANCE:BTCUSDT @ 50000"));
        assertEquals(List.of(ann.id() + " /api/v1/signals/approvals/" + approval + "/approve"), decisions(ann));
        assertTrue(suite.telegram().heardPresses().contains("press-" + approve));
        assertTrue(pressed(801, approve).startsWith("This button does not count"), "each counts once");
        assertTrue(pressed(801, buttons.get("✖ Refuse")).startsWith("This button does not count"), "so does the other");
        assertEquals(1, decisions(ann).size());
    }

    @Test
    void nobodyElsesPressCounts() {
        Person bob = suite.linked("bob", 811);
        Person eve = suite.linked("eve", 812);
        String approve = asked(bob, 811, UUID.randomUUID()).get("✅ Approve");
        assertTrue(pressed(812, approve).startsWith("This button does not count"));
        suite.telegram().press(811, 812, approve);
        suite.telegram().press(813, approve);
        assertTrue(pressed(811, "a:guess").startsWith("This button does not count"));
        assertEquals(List.of(), decisions(eve));
        assertEquals(List.of(), decisions(bob));
    }

    @Test
    void whileTradingIsAwayNothingIsDecidedAndTheButtonStaysGood() {
        Person carl = suite.linked("carl", 821);
        String refuse = asked(carl, 821, UUID.randomUUID()).get("✖ Refuse");
        suite.peers().tradingAnswers(503);
        assertTrue(pressed(821, refuse).startsWith("The trading service does not answer"));
        suite.peers().tradingAnswers(409);
        assertTrue(pressed(821, refuse).startsWith("This was decided already"));
    }

    @Test
    void waitingOrdersAreListedWithTheirButtons() {
        suite.linked("dora", 831);
        String list = suite.said(831, "/approvals").getLast();
        assertEquals("Buy 0.1 BINANCE:BTCUSDT @ 50000 · Crossing", list);
        assertEquals(2, buttons(831).size());
        suite.peers().tradingAnswers(503);
        assertTrue(suite.said(831, "/approvals").getLast().startsWith("The trading service does not answer"));
    }

    @Test
    void aButtonExpiresWithItsOrder() {
        Person emil = suite.linked("emil", 841);
        String approve = asked(emil, 841, UUID.randomUUID()).get("✅ Approve");
        suite.clock().advance(Duration.ofMinutes(11));
        assertTrue(pressed(841, approve).startsWith("This button does not count"));
        assertEquals(List.of(), decisions(emil));
    }
}
