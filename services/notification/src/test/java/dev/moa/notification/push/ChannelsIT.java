package dev.moa.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.BacktestEvents;
import dev.moa.contract.LiveMessages;
import dev.moa.contract.LiveMessages.BacktestProgress;
import dev.moa.contract.LiveMessages.PersonMessage;
import dev.moa.contract.LiveMessages.PositionMark;
import dev.moa.contract.TradingEvents;
import dev.moa.notification.Facts;
import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.notification.TestSocket;
import dev.moa.platform.live.Live;
import dev.moa.testkit.Await;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChannelsIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /** Tells a price until this socket has heard it. */
    private static void priceHeard(TestSocket socket, String instrument, String price) {
        BigDecimal last = new BigDecimal(price);
        var quote = new LiveMessages.Quote(
                instrument,
                last,
                null,
                null,
                last,
                last,
                BigDecimal.ONE,
                Instant.parse("2026-03-04T05:06:07Z"),
                "live");
        Await.until("the price is heard", () -> {
            suite.bean(Live.class).publish(LiveMessages.MARKET_CHANNEL + instrument, quote);
            return socket.received("price_update").stream()
                    .anyMatch(event -> price.equals(TestSocket.data(event).get("price")));
        });
    }

    private static void mark(Person person, UUID position, String price) {
        var mark = new PositionMark(
                position, "BINANCE:BTCUSDT", new BigDecimal(price), new BigDecimal("1.5"), new BigDecimal("0.1"));
        suite.bean(Live.class)
                .publish(LiveMessages.PERSON_CHANNEL + person.id(), new PersonMessage("position_update", mark, null));
    }

    @Test
    void oneFillIsTheEventsOfEachChannelInTheirOrder() {
        Person ann = suite.person("ann");
        TestSocket all = suite.socketOf(ann).subscribe("orders", "portfolio", "positions");
        TestSocket orders = suite.socketOf(ann).subscribe("orders");
        suite.facts().fill(ann.id(), "0.25");
        assertEquals(3, all.await("notification").get("seq"));
        assertEquals(1, all.received("order_filled").getFirst().get("seq"));
        assertEquals(2, all.received("portfolio_update").getFirst().get("seq"));
        var fill = TestSocket.data(all.received("order_filled").getFirst());
        assertEquals("0.25", fill.get("quantity"));
        assertEquals("50000.10", fill.get("price"));
        assertEquals("BTCUSDT", fill.get("symbol"));
        assertEquals("BUY", fill.get("side"));
        assertTrue(fill.containsKey("order_id"));
        orders.await("notification");
        assertEquals(List.of(), orders.received("portfolio_update"));
    }

    @Test
    void anOrderIsSubmittedOnceAndEveryChangeIsTold() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socketOf(ann).subscribe("orders");
        UUID order = UUID.randomUUID();
        var submitted = new TradingEvents.OrderSubmitted(
                order, UUID.randomUUID(), "KRX:005930", "BUY", "LIMIT", BigDecimal.ONE, BigDecimal.TEN, "PAPER", null);
        Facts.Letter letter = suite.facts().letter(ann.id(), order.toString(), submitted);
        suite.facts().send(letter);
        suite.facts().send(letter);
        suite.facts().tell(ann.id(), Facts.updateOf("ACCEPTED", null));
        suite.facts().tell(ann.id(), Facts.updateOf("CANCELLED", null));
        socket.await("notification");
        assertEquals(
                List.of("SUBMITTED", "ACCEPTED", "CANCELLED"),
                socket.received("order_update").stream()
                        .map(event -> TestSocket.data(event).get("status"))
                        .toList());
    }

    @Test
    void aClosedBacktestIsTheLastProgress() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socketOf(ann).subscribe("backtests");
        UUID run = UUID.randomUUID();
        suite.bean(Live.class)
                .publish(
                        LiveMessages.PERSON_CHANNEL + ann.id(),
                        new PersonMessage("backtest_progress", null, new BacktestProgress(run, "RUNNING", 40)));
        assertEquals(40, TestSocket.data(socket.await("backtest_progress")).get("progress"));
        suite.facts()
                .tell(ann.id(), new BacktestEvents.RunFinished(run, ann.id(), "x", "COMPLETED", BigDecimal.ONE, 2));
        var last = socket.await("backtest_progress");
        assertEquals(100, TestSocket.data(last).get("progress"));
        assertEquals("COMPLETED", TestSocket.data(last).get("status"));
    }

    @Test
    void everyMessageCarriesTheNumberAfterWhichToResume() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socketOf(ann).subscribe("orders", "positions", "market:BINANCE:ETHUSDT");
        priceHeard(socket, "BINANCE:ETHUSDT", "3000.5");
        assertEquals(0, socket.received("price_update").getFirst().get("seq"), "nothing private came before");
        suite.facts().fill(ann.id(), "0.1");
        assertEquals(3, socket.await("notification").get("seq"));
        priceHeard(socket, "BINANCE:ETHUSDT", "3001.5");
        assertEquals(3, socket.received("price_update").getLast().get("seq"));
        mark(ann, UUID.randomUUID(), "51000");
        var mark = socket.await("position_update");
        assertEquals(3, mark.get("seq"));
        assertEquals("51000", TestSocket.data(mark).get("current_price"));
    }

    @Test
    void nobodyEverReceivesAnotherPersonsMessages() {
        Person ann = suite.person("ann");
        Person eve = suite.person("eve");
        String[] everything = {"orders", "positions", "portfolio", "ai_signals", "backtests", "market:*"};
        TestSocket own = suite.socketOf(ann).subscribe(everything);
        TestSocket others = suite.socketOf(eve).subscribe(everything);
        suite.facts().fill(ann.id(), "0.25");
        own.await("notification");
        mark(ann, UUID.randomUUID(), "51000");
        own.await("position_update");
        others.say("resume", "{\"after_seq\":0}");
        others.await("resumed");
        suite.facts().fill(eve.id(), "0.99");
        others.await("notification");
        assertEquals(1, others.received("order_filled").size());
        assertEquals(List.of(), others.received("position_update"));
        assertFalse(others.received().toString().contains("0.25"));
    }

    @Test
    void anUnknownChannelChangesNothing() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socketOf(ann);
        for (String wrong : List.of(
                "[\"orders\",\"magic\"]", "[\"market:\"]", "[\"live:" + ann.id() + "\"]", "[\"market:BINANCE:*\"]")) {
            socket.say("subscribe", "{\"channels\":" + wrong + "}");
            assertEquals("unknown_channel", TestSocket.error(socket.await("error")), wrong);
        }
        for (String odd : List.of("[]", "[null]", "null")) {
            socket.say("subscribe", "{\"channels\":" + odd + "}");
            assertEquals("malformed_message", TestSocket.error(socket.await("error")), odd);
        }
        socket.say("subscribe", "{\"channels\":[\"positions\"]}");
        assertEquals(
                List.of("positions"),
                TestSocket.data(socket.await("subscribed")).get("channels"));
    }

    @Test
    void whoUnsubscribesHearsNoMore() {
        Person ann = suite.person("ann");
        TestSocket socket = suite.socketOf(ann).subscribe("orders", "portfolio");
        socket.say("unsubscribe", "{\"channels\":[\"orders\"]}");
        assertEquals(
                List.of("portfolio"),
                TestSocket.data(socket.await("unsubscribed")).get("channels"));
        suite.facts().fill(ann.id(), "0.1");
        socket.await("notification");
        assertEquals(List.of(), socket.received("order_filled"));
        assertEquals(1, socket.received("portfolio_update").size());
    }

    @Test
    void shortcutsAreSubscribedWithTheSignIn() {
        Person ann = suite.person("ann");
        TestSocket market = suite.socket("/ws/market");
        market.signIn(ann.token());
        priceHeard(market, "OKX:BTC-USDT", "60000.1");
        TestSocket orders = suite.socket("/ws/orders");
        orders.signIn(ann.token());
        assertEquals(
                List.of("orders"), TestSocket.data(orders.await("subscribed")).get("channels"));
        TestSocket portfolio = suite.socket("/ws/portfolio");
        portfolio.signIn(ann.token());
        assertEquals(
                List.of("portfolio", "positions"),
                TestSocket.data(portfolio.await("subscribed")).get("channels"));
    }

    @Test
    void whoComesLateHearsTheLatestPriceAtOnce() {
        TestSocket early = suite.socketOf(suite.person("ann")).subscribe("market:UPBIT:KRW-BTC");
        priceHeard(early, "UPBIT:KRW-BTC", "90000000");
        TestSocket late = suite.socketOf(suite.person("bob")).subscribe("market:UPBIT:KRW-BTC");
        assertEquals("90000000", TestSocket.data(late.await("price_update")).get("price"));
    }
}
