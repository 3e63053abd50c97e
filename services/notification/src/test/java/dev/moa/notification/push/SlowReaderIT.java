package dev.moa.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.LiveMessages;
import dev.moa.notification.NotificationSuite;
import dev.moa.notification.Person;
import dev.moa.notification.TestSocket;
import dev.moa.notification.live.LiveEvents;
import dev.moa.platform.json.Json;
import dev.moa.platform.live.Live;
import dev.moa.testkit.Await;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowReaderIT {
    private static final int PRICES = 4_000;
    private static final int FILLS = 300;
    private static final String INSTRUMENT = "BINANCE:BTCUSDT";

    private static void price(NotificationSuite suite, int price) {
        BigDecimal last = BigDecimal.valueOf(price);
        Instant time = Instant.parse("2026-03-04T05:06:07Z");
        suite.bean(Live.class)
                .publish(
                        LiveMessages.MARKET_CHANNEL + INSTRUMENT,
                        new LiveMessages.Quote(INSTRUMENT, last, null, null, last, last, BigDecimal.ONE, time, "live"));
    }

    private static boolean isSubscribed(NotificationSuite suite, Person person) {
        boolean[] found = new boolean[1];
        suite.bean(Sockets.class)
                .ofPerson(
                        person.id(),
                        connection -> found[0] |= connection.channels().names().size() == 3);
        return found[0];
    }

    @Test
    void aReaderWhoFallsBehindMissesPricesAndNoEvent() {
        try (NotificationSuite suite = new NotificationSuite()) {
            Person ann = suite.person("ann");
            TestSocket socket = TestSocket.knock(suite.address(), "/ws", () -> suite.bean(Json.class));
            socket.say("authenticate", "{\"token\":\"" + ann.token() + "\"}");
            socket.say("subscribe", "{\"channels\":[\"orders\",\"portfolio\",\"market:" + INSTRUMENT + "\"]}");
            Await.until("it is subscribed", () -> isSubscribed(suite, ann));
            for (int i = 1; i <= PRICES; i++) {
                price(suite, i);
            }
            suite.facts().fills(ann.id(), FILLS);
            Await.until(
                    "everything is stored",
                    () -> suite.bean(LiveEvents.class).range(ann.id()).last() == 3 * FILLS);

            socket.read();
            Await.until(
                    "every event came", () -> socket.received("notification").size() == FILLS);
            Await.until("the newest price came", () -> {
                price(suite, 99_999);
                return socket.received("price_update").stream()
                        .anyMatch(event -> "99999".equals(TestSocket.data(event).get("price")));
            });
            List<Object> events = socket.received().stream()
                    .filter(event -> !"price_update".equals(event.get("event")) && event.containsKey("seq"))
                    .map(event -> event.get("seq"))
                    .toList();
            assertEquals(IntStream.rangeClosed(1, 3 * FILLS).boxed().toList(), events);
            assertTrue(socket.received("price_update").size() < PRICES, "prices were left out");
            assertTrue(socket.isOpen());
        }
    }
}
