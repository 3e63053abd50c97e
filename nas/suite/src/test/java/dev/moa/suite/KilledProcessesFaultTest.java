package dev.moa.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moa.testkit.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** People place orders while one process after the other is killed and another frozen: nothing accepted is lost, nothing is doubled. */
class KilledProcessesFaultTest {
    /** Nine kills in {@code ./moa test}, in proportion more in {@code ./moa faults --real N}. */
    private static final int ROUNDS = Math.clamp(Integer.getInteger("moa.real", 200) / 200, 1, 30);

    private static final int ORDERS_PER_PERSON = 15 * ROUNDS;
    private static final int PEOPLE = 4;
    private static final long CHAT = 777;
    private static final List<String> VICTIMS = List.of(
            "trading",
            "rabbitmq",
            "redis",
            "notification",
            "trading",
            "auth",
            "market-collector",
            "backtest",
            "rabbitmq");
    private static final List<String> FROZEN = List.of(
            "postgresql", "trading", "redis", "auth", "rabbitmq", "notification", "market-collector", "backtest");
    private static final Duration FROZEN_FOR = Duration.ofSeconds(2);
    private static final String ORDER = """
            {"instrument":"BINANCE:BTCUSDT","side":"BUY","type":"MARKET","quantity":"0.001"}""";

    @Test
    void noOrderFillOrNotificationIsLostOrDoubled() throws Exception {
        try (RunningSuite suite = new RunningSuite()) {
            Api mina = Api.firstAccount(suite.address());
            mina.raiseDailyTrades();
            String code = mina.post("/telegram/register", null, "{}").text("code");
            suite.telegram().say(CHAT, "/start " + code);
            Await.until(
                    "the chat is linked",
                    () -> mina.get("/telegram").body().path("linked").asBoolean());
            suite.replay(onePrice(), "--instrument", "BINANCE:BTCUSDT", "--speed", "max");
            Await.until(
                    "there is a price",
                    () -> mina.get("/market/quotes?instruments=BINANCE:BTCUSDT")
                            .body()
                            .toString()
                            .contains("50000"));

            Map<String, String> orderOfKey = placeWhileKilling(suite, mina);

            assertEquals(PEOPLE * ORDERS_PER_PERSON, orderOfKey.size());
            assertEquals(orderOfKey.size(), new HashSet<>(orderOfKey.values()).size(), "two keys share an order");
            Await.until(
                    "every order is filled",
                    Duration.ofMinutes(2),
                    () -> mina.all("/trading/orders").stream()
                            .allMatch(order -> order.path("status").asText().equals("FILLED")));
            assertEquals(orderOfKey.size(), mina.all("/trading/orders").size(), "an order nobody was told of");
            booksBalance(mina, orderOfKey.size());
            everyFillIsTold(suite, mina, orderOfKey.size());
        }
    }

    /** Every call is repeated with its key until it is answered, as a careful client does. */
    private static Map<String, String> placeWhileKilling(RunningSuite suite, Api mina) throws Exception {
        Map<String, String> orderOfKey = new ConcurrentHashMap<>();
        AtomicInteger placed = new AtomicInteger();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                working.add(people.submit(() -> {
                    for (int i = 0; i < ORDERS_PER_PERSON; i++) {
                        String key = UUID.randomUUID().toString();
                        orderOfKey.put(key, untilAccepted(mina, key));
                        placed.incrementAndGet();
                    }
                }));
            }
            int total = PEOPLE * ORDERS_PER_PERSON;
            int kills = VICTIMS.size() * ROUNDS;
            for (int kill = 0; kill < kills; kill++) {
                int due = kill * total / kills;
                Await.until("orders go on", Duration.ofMinutes(3), () -> {
                    working.stream()
                            .filter(person -> person.state() == Future.State.FAILED)
                            .forEach(person -> {
                                throw new AssertionError("a person gave up", person.exceptionNow());
                            });
                    return placed.get() >= due;
                });
                String victim = VICTIMS.get(kill % VICTIMS.size());
                System.out.println(victim + ": killed process " + suite.kill(victim));
                String frozen = FROZEN.get(kill % FROZEN.size());
                if (!frozen.equals(victim)) {
                    System.out.println(frozen + ": hit process " + suite.freeze(frozen, FROZEN_FOR) + ", frozen");
                }
            }
            for (var person : working) {
                person.get();
            }
        }
        return orderOfKey;
    }

    private static String untilAccepted(Api mina, String key) {
        String[] order = new String[1];
        Await.until("the order is accepted", Duration.ofMinutes(3), () -> {
            Api.Reply reply = mina.post("/trading/orders", key, ORDER);
            order[0] = reply.text("order_id");
            assertTrue(
                    reply.status() == 202 || reply.status() == 0 || reply.status() == 409 || reply.status() >= 500,
                    () -> "refused while something was away: " + reply);
            return reply.status() == 202;
        });
        return order[0];
    }

    private static void booksBalance(Api mina, int orders) {
        List<JsonNode> fills = mina.all("/trading/history");
        assertEquals(orders, fills.size());
        Set<String> filled = new HashSet<>();
        BigDecimal cash = new BigDecimal("100000");
        for (JsonNode fill : fills) {
            filled.add(fill.path("order_id").asText());
            BigDecimal value = new BigDecimal(fill.path("price").asText())
                    .multiply(new BigDecimal(fill.path("quantity").asText()));
            cash = cash.subtract(value).subtract(new BigDecimal(fill.path("fee").asText()));
        }
        assertEquals(orders, filled.size(), "an order was filled twice");
        JsonNode position = mina.all("/positions").getFirst();
        assertEquals(
                0,
                new BigDecimal("0.001")
                        .multiply(BigDecimal.valueOf(orders))
                        .compareTo(new BigDecimal(position.path("quantity").asText())));
        String total = mina.get("/portfolio/summary")
                .body()
                .path("cash")
                .valueStream()
                .filter(balance -> balance.path("currency").asText().equals("USDT"))
                .findFirst()
                .orElseThrow()
                .path("total")
                .asText();
        assertEquals(0, cash.compareTo(new BigDecimal(total)), "cash " + total + " instead of " + cash);
    }

    private static void everyFillIsTold(RunningSuite suite, Api mina, int fills) {
        Await.until("every fill is in the inbox", Duration.ofMinutes(2), () -> tellings(mina) >= fills);
        assertEquals(fills, tellings(mina), "a notification was doubled");
        Await.until("every fill reached Telegram", Duration.ofMinutes(2), () -> inChat(suite) >= fills);
    }

    private static long tellings(Api mina) {
        return mina.all("/notifications").stream()
                .filter(notification -> notification.toString().contains("BTCUSDT"))
                .count();
    }

    private static long inChat(RunningSuite suite) {
        return suite.telegram().textsTo(CHAT).stream()
                .filter(text -> text.contains("BTCUSDT"))
                .count();
    }

    private static Path onePrice() throws IOException {
        Path file = Files.createTempFile("moa-price-", ".csv");
        Files.writeString(file, "time,price,quantity,trade_id\n1722000000000,50000,1,1\n1722000001000,50000,1,2\n");
        file.toFile().setReadable(true, false);
        return file;
    }
}
