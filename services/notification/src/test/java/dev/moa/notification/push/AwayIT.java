package dev.moa.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.AuthEvents;
import dev.moa.contract.LiveMessages;
import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.notification.TestSocket;
import dev.moa.platform.live.Live;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an open socket notices of parts that are away. */
class AwayIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static void tellPrice(String price) {
        BigDecimal last = new BigDecimal(price);
        Instant time = Instant.parse("2026-03-04T05:06:07Z");
        suite.bean(Live.class)
                .publish(
                        LiveMessages.MARKET_CHANNEL + "BINANCE:BTCUSDT",
                        new LiveMessages.Quote(
                                "BINANCE:BTCUSDT", last, null, null, last, last, BigDecimal.ONE, time, "live"));
    }

    @Test
    void withoutRedisEventsGoOnAndPricesComeBackWithIt() {
        Person ann = suite.person("ann");
        Person bob = suite.person("bob");
        TestSocket socket = suite.socketOf(ann).subscribe("orders", "market:BINANCE:BTCUSDT");
        TestSocket ended = suite.socketOf(bob).subscribe("orders");
        Servers.redis().kill();
        try {
            suite.facts().fill(ann.id(), "0.1");
            assertEquals(3, socket.await("notification").get("seq"));
            suite.facts().tell(bob.id(), new AuthEvents.SessionEnded(bob.sessionId(), bob.id(), "logout"));
            assertEquals("session_ended", ended.lastError());
            suite.socketOf(suite.person("carl")).subscribe("orders").close();
        } finally {
            Servers.redis().start();
        }
        Await.until("prices come again", () -> {
            tellPrice("50000");
            return !socket.received("price_update").isEmpty();
        });
        assertTrue(socket.isOpen());
    }

    @Test
    void aDatabaseThatWasAwayLosesAndRepeatsNothing() {
        Person ann = suite.linked("ann", 501);
        TestSocket socket = suite.socketOf(ann).subscribe("orders", "portfolio");
        suite.facts().fill(ann.id(), "0.1");
        socket.await("notification");
        // What is on its way when the database goes may come twice; here nothing is.
        Await.until("it was sent", () -> ann.inbox().toString().contains("state=sent"));
        Servers.postgres().kill();
        try {
            suite.facts().fill(ann.id(), "0.2");
            TestSocket refused = suite.socket("/ws");
            refused.say("authenticate", "{\"token\":\"" + suite.person("bob").token() + "\"}");
            assertEquals("away", refused.lastError());
            assertEquals(1013, refused.closeCode());
            ann.get("/notifications").expect(503, "dependency_away");
            assertTrue(socket.isOpen());
        } finally {
            Servers.postgres().start();
        }
        assertEquals(6, socket.await("notification").get("seq"));
        assertEquals(2, socket.received("order_filled").size());
        Await.until("both are told", () -> suite.telegram().textsTo(501).size() == 3);
        assertEquals(2, ann.inbox().size());
    }
}
