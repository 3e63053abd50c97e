package dev.moa.trading.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.platform.json.Json;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts that come several times, in any order, at once, and from yesterday: row 10 of the matrix. */
class AlertFaultIT {
    private static final String BTC = "BINANCE:BTCUSDT";
    private static final int ALERTS = 16;
    private static final int TIMES = 3;

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite(
                settings -> settings.put("MOA_RATE_LIMITS", "login=1000,api=1000000,webhook=100000,address=1000000"));
        suite.price(BTC, "50000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    static IntStream batches() {
        return IntStream.range(0, Scale.of(8));
    }

    @ParameterizedTest(name = "permutation {0}")
    @MethodSource("batches")
    void eachAlertActsOnceHoweverItComes(int seed) throws Exception {
        Person person = suite.person("ann" + seed);
        suite.raiseDailyTrades(person);
        Object strategy = person.post("/strategies", null, """
                        {"name":"x","indicator_id":"ema_crossover","instrument":"BINANCE:BTCUSDT","timeframe":"1m"}""").at("strategy_id");
        person.post("/strategies/" + strategy + "/activate", null, null);
        Object secret =
                person.post("/strategies/" + strategy + "/webhook", null, null).at("secret");
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            Map<String, Object> alert = Map.of(
                    "strategy_id",
                    strategy,
                    "secret",
                    secret,
                    "action",
                    i % 2 == 0 ? "buy" : "close",
                    "symbol",
                    "BTCUSDT",
                    "alert_id",
                    "alert-" + i,
                    "time",
                    Instant.now().toString());
            alerts.addAll(Collections.nCopies(TIMES, alert));
        }
        Collections.shuffle(alerts, new Random(seed));

        Map<Object, Set<Object>> signals = send(person, alerts, seed);

        assertEquals(ALERTS, signals.size());
        signals.forEach((alert, its) -> assertEquals(1, its.size(), alert + " became " + its));
        assertEquals(
                422,
                person.post("/webhook/tradingview", null, yesterday(alerts.getFirst()))
                        .status());
        List<?> stored = (List<?>) person.get("/signals?limit=100").at("items");
        assertEquals(ALERTS, stored.size());
        Await.until(
                "every signal is decided",
                () -> person.get("/signals?status=received").at("items").equals(List.of()));
        Faults.settled(suite);
        int executed =
                ((List<?>) person.get("/signals?status=executed&limit=100").at("items")).size();
        assertEquals(
                executed, ((List<?>) person.get("/trading/orders?limit=100").at("items")).size());
        System.out.println("alerts permuted by " + seed + ": hit process "
                + ProcessHandle.current().pid() + " with " + alerts.size() + " alerts, " + executed + " orders");
    }

    /** Eight at a time; in the middle of every second batch Redis forgets what it has seen. */
    private static Map<Object, Set<Object>> send(Person person, List<Map<String, Object>> alerts, int seed)
            throws Exception {
        Map<Object, Set<Object>> signals = new ConcurrentHashMap<>();
        try (var senders = Executors.newFixedThreadPool(8)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < alerts.size(); i++) {
                Map<String, Object> alert = alerts.get(i);
                if (i == alerts.size() / 2 && seed % 2 == 1) {
                    Servers.redis().flush();
                }
                sent.add(senders.submit(() -> Await.until("it is taken", () -> {
                    Person.Reply reply = person.post(
                            "/webhook/tradingview", null, suite.bean(Json.class).write(alert));
                    if (reply.status() == 202) {
                        signals.computeIfAbsent(
                                        alert.get("alert_id"), id -> Collections.synchronizedSet(new HashSet<>()))
                                .add(reply.at("signal_id"));
                    }
                    return reply.status() == 202;
                })));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
        return signals;
    }

    private static String yesterday(Map<String, Object> alert) {
        Map<String, Object> old = new java.util.HashMap<>(alert);
        old.put("alert_id", "yesterday");
        old.put("time", Instant.now().minus(Duration.ofDays(1)).toString());
        return suite.bean(Json.class).write(old);
    }
}
