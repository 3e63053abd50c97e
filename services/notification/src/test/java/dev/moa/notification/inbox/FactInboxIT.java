package dev.moa.notification.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.AuthEvents;
import dev.moa.contract.BacktestEvents;
import dev.moa.contract.TradingEvents;
import dev.moa.notification.Facts;
import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.testkit.Await;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FactInboxIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static String member(Object item, String name) {
        return ((Map<?, ?>) item).get(name).toString();
    }

    private static List<String> toldTo(long chat, int messages) {
        Await.until(
                messages + " messages arrived",
                () -> suite.telegram().textsTo(chat).size() >= messages);
        return suite.telegram().textsTo(chat);
    }

    @Test
    void aFillToldTwiceIsOneItemAndOneMessage() {
        Person ann = suite.linked("ann", 101);
        String order = UUID.randomUUID().toString();
        Facts.Letter letter = suite.facts().letter(ann.id(), order, Facts.fillOf("0.25"));
        suite.facts().send(letter);
        suite.facts().send(letter);
        suite.facts().settle(ann);
        suite.facts().send(letter);
        suite.facts().fill(ann.id(), "0.888");

        List<String> told = toldTo(101, 4);
        assertEquals(1, told.stream().filter(text -> text.contains("0.25 @")).count());
        assertEquals("<b>Buy filled: BINANCE:BTCUSDT</b>\n0.25 @ 50000.1, fee 0.05 USDT · paper", told.get(1));
        assertTrue(told.get(3).contains("0.888"), "told in the order of the facts");
        assertEquals(3, ann.inbox().size());
        Object item = ann.inbox().getLast();
        assertEquals("order_filled", member(item, "kind"));
        assertEquals(order, member(item, "subject"));
        Await.until(
                "both ways agree",
                () -> member(ann.inbox().getLast(), "deliveries").contains("state=sent"));
    }

    @Test
    void whatIsMutedInTelegramStaysInTheInbox() {
        Person bob = suite.linked("bob", 102);
        assertEquals(
                200,
                bob.put("/notifications/preferences", "{\"telegram\":{\"order_filled\":false}}")
                        .status());
        suite.facts().fill(bob.id(), "0.1");
        suite.facts().tell(bob.id(), Facts.updateOf("REJECTED", "no money"));
        assertTrue(toldTo(102, 2).get(1).contains("Order rejected"));
        assertEquals(2, bob.inbox().size());
        assertEquals("[]", member(bob.inbox().getLast(), "deliveries"));
    }

    @Test
    void whoHasNoChatIsToldInTheInboxOnly() {
        Person carl = suite.person("carl");
        suite.facts().settle(carl);
        assertEquals("[]", member(carl.inbox().getFirst(), "deliveries"));
    }

    @Test
    void aFactOfNobodyIsNobodysNewsAndHoldsUpNothing() {
        Person dora = suite.person("dora");
        long before = suite.count("SELECT count(*) FROM notification");
        suite.facts().tell(null, Facts.fillOf("0.3"));
        suite.facts().settle(dora);
        assertEquals(before + 1, suite.count("SELECT count(*) FROM notification"));
    }

    @Test
    void whoRegisteredInKoreanIsToldInKorean() {
        Person eun = suite.person("eun");
        suite.facts().tell(null, new AuthEvents.UserRegistered(eun.id(), "eun", "member", "ko-KR"));
        suite.facts().fill(eun.id(), "0.1");
        Await.until("the fill is told", () -> eun.inbox().size() == 1);
        assertEquals("매수 체결: BINANCE:BTCUSDT", member(eun.inbox().getFirst(), "title"));

        eun.put("/notifications/preferences", "{\"locale\":\"en\"}");
        suite.facts().tell(null, new AuthEvents.UserRegistered(eun.id(), "eun", "member", "ko-KR"));
        suite.facts().settle(eun);
        assertEquals("Buy filled: BINANCE:BTCUSDT", member(eun.inbox().getFirst(), "title"), "the choice stays");
    }

    @Test
    void aSessionEndedForSafetyIsNewsAndALogoutIsNot() {
        Person fred = suite.person("fred");
        suite.facts().tell(fred.id(), new AuthEvents.SessionEnded(UUID.randomUUID(), fred.id(), "logout"));
        suite.facts()
                .tell(fred.id(), new AuthEvents.SessionEnded(UUID.randomUUID(), fred.id(), "refresh_token_reused"));
        suite.facts().settle(fred);
        assertEquals(2, fred.inbox().size());
        assertEquals("security", member(fred.inbox().getLast(), "kind"));
    }

    @Test
    void anEndedBacktestAndARefusedSignalAreToldToTheirOwnerOnly() {
        Person gina = suite.linked("gina", 107);
        Person stranger = suite.linked("hans", 108);
        suite.facts()
                .tell(
                        gina.id(),
                        new BacktestEvents.RunFinished(
                                UUID.randomUUID(), gina.id(), "Mine", "COMPLETED", new BigDecimal("7.5"), 3));
        suite.facts()
                .tell(
                        gina.id(),
                        new TradingEvents.SignalRefused(
                                UUID.randomUUID(), UUID.randomUUID(), "KRX:005930", "buy", List.of("Halted.")));
        List<String> told = toldTo(107, 3);
        assertTrue(told.get(1).contains("return +7.5 %, trades 3"), told.get(1));
        assertTrue(told.get(2).contains("buy: Halted."), told.get(2));
        suite.facts().settle(stranger);
        assertEquals(1, stranger.inbox().size());
        assertEquals(2, toldTo(108, 2).size());
    }

    @Test
    void wordsOfOthersBreakNoMessage() {
        Person ivan = suite.linked("ivan", 109);
        String hostile = "</b><a href=\"https://evil.example\">&\u202eklick</a>" + "x".repeat(9_000);
        suite.facts()
                .tell(
                        ivan.id(),
                        new BacktestEvents.RunFinished(UUID.randomUUID(), ivan.id(), hostile, "FAILED", null, null));
        String told = toldTo(109, 2).get(1);
        assertTrue(told.startsWith("<b>Backtest finished: &lt;/b&gt;&lt;a href=&quot;https"), told);
        assertTrue(told.length() < 1_000);
    }
}
