package dev.moa.trading.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.json.Json;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebhookIT {
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

    private record Wired(Person person, String id, Person.Reply webhook) {
        static Wired of(String name, String webhook) {
            Person person = suite.person(name);
            String id = (String) person.post("/strategies", null, STRATEGY).at("strategy_id");
            person.post("/strategies/" + id + "/activate", null, null);
            return new Wired(person, id, person.post("/strategies/" + id + "/webhook", null, webhook));
        }

        String secret() {
            return (String) webhook.at("secret");
        }

        Map<String, Object> alert(String action, String alertId) {
            Map<String, Object> alert = new LinkedHashMap<>();
            alert.put("strategy_id", id);
            alert.put("action", action);
            alert.put("symbol", "BTCUSDT");
            alert.put("alert_id", alertId);
            alert.put("time", Instant.now().toString());
            return alert;
        }

        Map<String, Object> secretAlert(String action, String alertId) {
            Map<String, Object> alert = alert(action, alertId);
            alert.put("secret", secret());
            return alert;
        }

        Map<String, Object> signed(Map<String, Object> alert, String nonce) {
            alert.put("nonce", nonce);
            alert.put("timestamp", Long.toString(System.currentTimeMillis()));
            Map<String, String> fields = new LinkedHashMap<>();
            alert.forEach((field, value) -> fields.put(field, value.toString()));
            alert.put("signature", AlertKeys.signature((String) webhook.at("signing_secret"), new Alert(fields)));
            return alert;
        }

        Person.Reply send(Map<String, Object> alert) {
            return person.post(
                    "/webhook/tradingview", null, suite.bean(Json.class).write(alert));
        }

        Person.Reply sendText(String text) {
            return person.post("/webhook/tradingview", null, text);
        }

        Person.Reply settled(Object signalId) {
            Await.until(
                    "the signal is decided",
                    () -> !"RECEIVED".equals(person.get("/signals/" + signalId).at("status")));
            return person.get("/signals/" + signalId);
        }

        int signals() {
            return ((List<?>) person.get("/signals").at("items")).size();
        }
    }

    @Test
    void wordsAreAnAlertToo() {
        Wired wired = Wired.of("ann", null);
        String words = "buy BTCUSDT strategy_id=%s secret=%s\ntime=%s; price=50000.5, bar_time=%s"
                .formatted(wired.id(), wired.secret(), Instant.now(), "2024-08-09T00:00:00Z");
        Person.Reply answer = wired.sendText(words);
        assertEquals(202, answer.status(), () -> answer.raw().body());
        Person.Reply signal = wired.settled(answer.at("signal_id"));
        assertEquals("EXECUTED", signal.at("status"), () -> signal.raw().body());
        assertEquals("50000.5", signal.at("price"));
        assertEquals("2024-08-09T00:00:00Z", signal.at("bar_time"));
        assertEquals(answer.at("signal_id"), wired.sendText(words).at("signal_id"), "repeated");
        assertEquals(400, wired.sendText("buy BTCUSDT ETHUSDT").status());
        assertEquals(400, wired.sendText("").status());
    }

    @Test
    void aSignatureTakesThePlaceOfTheSecretAndCountsOnce() {
        Wired wired = Wired.of("bob", null);
        Map<String, Object> alert = wired.signed(wired.alert("buy", "s-1"), "nonce-0001");
        Person.Reply first = wired.send(alert);
        assertEquals(202, first.status(), () -> first.raw().body());
        assertEquals(first.at("signal_id"), wired.send(alert).at("signal_id"), "the same alert again");

        Map<String, Object> reused = wired.signed(wired.alert("buy", "s-2"), "nonce-0001");
        assertEquals("nonce_used", wired.send(reused).at("code"));
        Map<String, Object> forged = wired.signed(wired.alert("buy", "s-3"), "nonce-0002");
        forged.put("action", "close");
        assertEquals(401, wired.send(forged).status());
        Map<String, Object> short0 = wired.signed(wired.alert("buy", "s-4"), "n");
        assertEquals(400, wired.send(short0).status());
        assertEquals(1, wired.signals());
    }

    @Test
    void aNewWebhookMakesTheOldSecretsWorthless() {
        Wired wired = Wired.of("carl", null);
        Person.Reply again = wired.person().post("/strategies/" + wired.id() + "/webhook", null, null);
        assertNotEquals(wired.secret(), again.at("secret"));
        assertNotEquals(wired.webhook().at("signing_secret"), again.at("signing_secret"));
        assertTrue(again.at("alert_message_template").toString().contains("{{timenow}}"));
        assertEquals(401, wired.send(wired.secretAlert("buy", "old")).status());
        assertEquals(
                401,
                wired.send(wired.signed(wired.alert("buy", "old"), "nonce-0009"))
                        .status());
    }

    @Test
    void gapsAndStepsBackAreToldAndFollowedUnlessTheyAreToBeRefused() {
        Wired accepting = Wired.of("dora", null);
        Wired refusing = Wired.of("emil", "{\"sequence_policy\":\"refuse\"}");
        for (Wired wired : List.of(accepting, refusing)) {
            Map<String, Object> first = wired.secretAlert("close", "q-1");
            first.put("seq", 7);
            wired.settled(wired.send(first).at("signal_id"));
        }
        Map<String, Object> gap = accepting.secretAlert("buy", "q-2");
        gap.put("seq", 9);
        Person.Reply followed = accepting.settled(accepting.send(gap).at("signal_id"));
        assertEquals("EXECUTED", followed.at("status"));
        assertEquals("Alerts are missing: number 8 was expected, 9 came.", followed.at("notes.0"));

        Map<String, Object> back = refusing.secretAlert("buy", "q-3");
        back.put("seq", 6);
        Person.Reply refused = refusing.settled(refusing.send(back).at("signal_id"));
        assertEquals("REFUSED", refused.at("status"));
        assertEquals("The numbers went backwards: 8 was expected, 6 came.", refused.at("reasons.0"));
        assertEquals(2, facts("webhook.sequence"));
        assertEquals(0, ((List<?>) refusing.person().get("/trading/orders").at("items")).size());
    }

    @Test
    void aDryRunTellsWhatWouldBeDoneAndDoesNothing() {
        Wired wired = Wired.of("fred", null);
        Map<String, Object> alert = wired.secretAlert("buy", "d-1");
        alert.put("dry_run", true);
        Person.Reply echo = wired.send(alert);
        assertEquals(200, echo.status(), () -> echo.raw().body());
        assertEquals("order", echo.at("would.outcome"));
        assertEquals("BUY", echo.at("would.orders.0.side"));
        assertEquals("0.19976", echo.at("would.orders.0.quantity"));
        assertEquals(0, wired.signals());
        assertEquals(0, ((List<?>) wired.person().get("/trading/orders").at("items")).size());
        alert.put("action", "close");
        assertEquals("nothing", wired.send(alert).at("would.outcome"));
    }

    @Test
    void silenceIsToldOfOnceAndEndsWithTheNextSignOfLife() {
        Wired wired = Wired.of("gina", "{\"heartbeat_minutes\":30}");
        Person.Reply beat = wired.sendText(
                "heartbeat strategy_id=%s secret=%s time=%s".formatted(wired.id(), wired.secret(), Instant.now()));
        assertEquals(200, beat.status(), () -> beat.raw().body());
        assertEquals(0, wired.signals(), "a sign of life is no signal");
        Sql sql = suite.bean(Sql.class);
        sql.update(
                "UPDATE strategy_webhook SET heard_at = heard_at - interval '31 minutes' WHERE strategy_id = ?::uuid",
                wired.id());
        long before = facts("webhook.silent");
        suite.bean(WebhookUpkeep.class).tellOfSilence();
        suite.bean(WebhookUpkeep.class).tellOfSilence();
        assertEquals(before + 1, facts("webhook.silent"));
        assertTrue(wired.person()
                .get("/strategies/" + wired.id() + "/webhook")
                .body()
                .containsKey("silent_since"));
        wired.send(wired.secretAlert("close", "h-2"));
        assertFalse(wired.person()
                .get("/strategies/" + wired.id() + "/webhook")
                .body()
                .containsKey("silent_since"));
    }

    @Test
    void whatIsTooLargeOrOddIsRefusedInWords() {
        Wired wired = Wired.of("hans", null);
        assertEquals(413, wired.sendText("x".repeat(17_000)).status());
        Map<String, Object> alert = wired.secretAlert("buy", "o-1");
        alert.put("seq", "1.5");
        assertEquals("seq", wired.send(alert).at("errors.0.field"));
        alert.put("seq", 1);
        alert.put("bar_time", "yesterday");
        assertEquals("bar_time", wired.send(alert).at("errors.0.field"));
        alert.remove("bar_time");
        alert.put("price", Map.of("a", 1));
        assertEquals(400, wired.send(alert).status());
    }

    @Test
    void signalsAreFilteredAndPrivate() {
        Wired wired = Wired.of("ida", null);
        Object bought = wired.send(wired.secretAlert("buy", "f-1")).at("signal_id");
        wired.settled(bought);
        wired.settled(wired.send(wired.secretAlert("buy", "f-2")).at("signal_id"));
        assertEquals(bought, wired.person().get("/signals?status=executed").at("items.0.signal_id"));
        assertEquals(
                "IGNORED", wired.person().get("/signals?status=ignored,refused").at("items.0.status"));
        assertEquals(
                2,
                ((List<?>) wired.person()
                                .get("/signals?source=tradingview&instrument=BINANCE:BTCUSDT&strategy_id=" + wired.id())
                                .at("items"))
                        .size());
        assertEquals(
                0,
                ((List<?>) wired.person()
                                .get("/signals?to=2020-01-01T00:00:00Z")
                                .at("items"))
                        .size());
        assertEquals(400, wired.person().get("/signals?status=lost").status());
        Person stranger = suite.person("jan");
        assertEquals(404, stranger.get("/signals/" + bought).status());
        assertEquals(404, stranger.get("/strategies/" + wired.id() + "/webhook").status());
        assertEquals(
                404,
                stranger.put("/strategies/" + wired.id() + "/webhook", "{}").status());
    }

    private static long facts(String name) {
        return suite.bean(Sql.class)
                .one("SELECT count(*) FROM outbox WHERE name = ?", rs -> rs.getLong(1), name)
                .orElseThrow();
    }
}
