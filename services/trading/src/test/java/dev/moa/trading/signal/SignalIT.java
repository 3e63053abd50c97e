package dev.moa.trading.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignalIT {
    private static final String STRATEGY = """
            {"name":"Crossing","indicator_id":"ema_crossover","instrument":"BINANCE:BTCUSDT","timeframe":"1m"}""";

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
        suite.price("BINANCE:BTCUSDT", "50000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /** A person's active strategy with its webhook. */
    private record Wired(Person person, String id, String secret) {
        static Wired of(String name) {
            Person person = suite.person(name);
            String id = (String) person.post("/strategies", null, STRATEGY).at("strategy_id");
            person.post("/strategies/" + id + "/activate", null, null);
            String secret = (String)
                    person.post("/strategies/" + id + "/webhook", null, null).at("secret");
            return new Wired(person, id, secret);
        }

        String alert(String action, String alertId, Instant time) {
            return """
                    {"secret":"%s","strategy_id":"%s","action":"%s","symbol":"BTCUSDT","alert_id":"%s","time":"%s"}""".formatted(secret, id, action, alertId, time);
        }

        Person.Reply send(String alert) {
            return person.post("/webhook/tradingview", null, alert);
        }

        Person.Reply settled(Object signalId) {
            Await.until("the signal is decided", () -> !signal(signalId).contains("status=RECEIVED"));
            return person.get("/signals");
        }

        private String signal(Object signalId) {
            List<?> items = (List<?>) person.get("/signals").at("items");
            return items.stream()
                    .map(Object::toString)
                    .filter(text -> text.contains("signal_id=" + signalId))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void anAlertBecomesAnOrderWithTakeProfitAndStop() {
        Wired wired = Wired.of("ann");
        var answer = wired.send(wired.alert("buy", "a-1", Instant.now()));
        assertEquals(202, answer.status(), () -> answer.raw().body());
        wired.settled(answer.at("signal_id"));
        Await.until(
                "the position is open",
                () -> !((List<?>) wired.person().get("/positions").at("items")).isEmpty());
        var position = wired.person().get("/positions");
        assertEquals("0.19976", position.at("items.0.quantity"), "10 % of 100,000 at 50,010 with the fee inside");
        assertEquals("52510.5", position.at("items.0.take_profit"));
        assertEquals("49009.8", position.at("items.0.stop_loss"));

        suite.price("BINANCE:BTCUSDT", "52600");
        Await.until(
                "the target closed it",
                () -> ((List<?>) wired.person().get("/positions").at("items")).isEmpty());
        var closed = wired.person().get("/positions/history");
        assertEquals("52510.5", closed.at("items.0.mark_price"));
        suite.price("BINANCE:BTCUSDT", "50000");
    }

    @Test
    void eachAlertActsOnce() {
        Wired wired = Wired.of("bob");
        String alert = wired.alert("buy", "same", Instant.now());
        Object first = wired.send(alert).at("signal_id");
        for (int i = 0; i < 3; i++) {
            assertEquals(first, wired.send(alert).at("signal_id"));
        }
        wired.settled(first);
        assertEquals(1, ((List<?>) wired.person().get("/trading/orders").at("items")).size());
    }

    @Test
    void aWrongSecretAndAnUnknownStrategyLookTheSame() {
        Wired wired = Wired.of("carl");
        String right = wired.alert("buy", "x", Instant.now());
        var wrong = wired.send(right.replace(wired.secret(), "guess"));
        var unknown = wired.send(right.replace(wired.id(), "00000000-0000-7000-8000-000000000000"));
        assertEquals(401, wrong.status());
        assertEquals(wrong.at("detail"), unknown.at("detail"));
        assertEquals(401, unknown.status());
        assertFalse(wrong.raw().body().contains("guess"));
    }

    @Test
    void oldFutureMisdirectedAndUnreadableAlertsAreRefused() {
        Wired wired = Wired.of("dora");
        Instant now = Instant.now();
        assertEquals(
                "alert_too_old",
                wired.send(wired.alert("buy", "o", now.minus(Duration.ofMinutes(6))))
                        .at("code"));
        assertEquals(
                "alert_too_old",
                wired.send(wired.alert("buy", "f", now.plus(Duration.ofMinutes(6))))
                        .at("code"));
        assertEquals(
                "symbol_mismatch",
                wired.send(wired.alert("buy", "s", now).replace("BTCUSDT", "ETHUSDT"))
                        .at("code"));
        assertEquals(400, wired.send(wired.alert("hold", "h", now)).status());
        assertEquals(400, wired.send("{{strategy.order.action}}").status());
        assertEquals(400, wired.send("[1]").status());
        assertEquals(0, ((List<?>) wired.person().get("/signals").at("items")).size());
    }

    @Test
    void anAlertForAStrategyThatIsOffIsKeptAndRefusedWithItsReason() {
        Wired wired = Wired.of("emil");
        wired.person().post("/strategies/" + wired.id() + "/deactivate", null, null);
        Object id = wired.send(wired.alert("buy", "off", Instant.now())).at("signal_id");
        var signals = wired.settled(id);
        assertEquals("REFUSED", signals.at("items.0.status"));
        assertEquals("The strategy is switched off.", signals.at("items.0.reasons.0"));
    }

    @Test
    void strategiesAreValidatedAndPrivate() {
        Person person = suite.person("fred");
        for (String bad : List.of(
                STRATEGY.replace("ema_crossover", "magic"),
                STRATEGY.replace("1m", "7m"),
                STRATEGY.replace("{", "{\"investment_pct\":\"0\","),
                STRATEGY.replace("{", "{\"leverage\":126,"),
                STRATEGY.replace("{", "{\"parameters\":{\"fast\":30,\"slow\":10},"),
                STRATEGY.replace("{", "{\"parameters\":{\"magic\":1},"))) {
            assertEquals(400, person.post("/strategies", null, bad).status(), bad);
        }
        var made = person.post("/strategies", null, STRATEGY);
        assertEquals(201, made.status(), () -> made.raw().body());
        assertEquals("10", made.at("investment_pct"));
        Person stranger = suite.person("gina");
        Object id = made.at("strategy_id");
        assertEquals(404, stranger.get("/strategies/" + id).status());
        assertEquals(404, stranger.put("/strategies/" + id, STRATEGY).status());
        assertEquals(
                404,
                stranger.post("/strategies/" + id + "/activate", null, null).status());
        assertEquals(
                404, stranger.post("/strategies/" + id + "/webhook", null, null).status());
        assertEquals(404, stranger.delete("/strategies/" + id).status());
        assertEquals(204, person.delete("/strategies/" + id).status());
        assertEquals(404, person.get("/strategies/" + id).status());
    }
}
