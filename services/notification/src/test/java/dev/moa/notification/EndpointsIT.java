package dev.moa.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each address answers to whom. */
class EndpointsIT {
    private static NotificationSuite suite;

    @BeforeAll
    static void start() {
        suite = new NotificationSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void everyAddressNeedsAToken() {
        Person nobody = suite.person("nobody").signedOut();
        for (String call : List.of(
                "GET /notifications",
                "GET /notifications/preferences",
                "PUT /notifications/preferences",
                "GET /telegram",
                "DELETE /telegram",
                "POST /telegram/register",
                "POST /telegram/test")) {
            String[] parts = call.split(" ");
            nobody.send(parts[0], parts[1], "GET".equals(parts[0]) ? null : "{}")
                    .expect(401, "unauthenticated");
        }
    }

    @Test
    void whatIsNoAddressIsNotFound() {
        Person ann = suite.person("ann");
        ann.get("/notifications/1").expect(404, "not_found");
        ann.get("/telegram/other").expect(404, "not_found");
        ann.post("/notifications", "{}").expect(405, "method_not_allowed");
    }

    @Test
    void theInboxIsReadPageByPageNewestFirst() {
        Person ann = suite.person("ann");
        Person other = suite.person("other");
        for (int i = 1; i <= 5; i++) {
            suite.facts().fill(ann.id(), "0." + i);
            suite.facts().fill(other.id(), "0.9");
        }
        Await.until("all are told", () -> ann.inbox().size() == 5);

        List<String> texts = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            var page = ann.get("/notifications?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.items()
                    .forEach(item ->
                            texts.add(((Map<?, ?>) item).get("text").toString().substring(0, 3)));
            cursor = (String) page.at("next_cursor");
            pages++;
        } while (cursor != null);
        assertEquals(List.of("0.5", "0.4", "0.3", "0.2", "0.1"), texts);
        assertEquals(3, pages);
        assertNull(ann.get("/notifications?limit=5").at("next_cursor"));
    }

    @Test
    void anotherOnesCursorShowsNothingOfTheirs() {
        Person ann = suite.person("ann");
        Person other = suite.person("other");
        suite.facts().fill(ann.id(), "0.1");
        suite.facts().fill(ann.id(), "0.2");
        Await.until("both are told", () -> ann.inbox().size() == 2);
        Object cursor = ann.get("/notifications?limit=1").at("next_cursor");
        assertEquals(List.of(), other.get("/notifications?cursor=" + cursor).items());
    }

    @Test
    void limitsAndCursorsThatAreNoneAreRefusedByName() {
        Person ann = suite.person("ann");
        for (String query :
                List.of("limit=0", "limit=501", "limit=-1", "cursor=x", "cursor=AAAA", "cursor=%27%20or%201%3D1")) {
            var refused = ann.get("/notifications?" + query).expect(400, "validation_failed");
            assertEquals(query.split("=")[0], refused.at("errors.0.field"), query);
        }
        assertEquals(400, ann.get("/notifications?limit=many").status());
        assertEquals(400, ann.get("/notifications?limit=99999999999").status());
    }

    @Test
    void preferencesChangeWhatIsNamedAndKeepTheRest() {
        Person ann = suite.person("ann");
        Person other = suite.person("other");
        assertEquals("en", ann.get("/notifications/preferences").at("locale"));
        assertEquals(true, ann.get("/notifications/preferences").at("telegram.order_filled"));
        ann.put("/notifications/preferences", "{\"locale\":\"ko\",\"telegram\":{\"security\":false}}");
        ann.put("/notifications/preferences", "{\"telegram\":{\"order_expired\":false}}");
        var changed = ann.get("/notifications/preferences");
        assertEquals("ko", changed.at("locale"));
        assertEquals(false, changed.at("telegram.security"));
        assertEquals(false, changed.at("telegram.order_expired"));
        assertEquals(true, changed.at("telegram.order_filled"));
        assertEquals("en", other.get("/notifications/preferences").at("locale"));
    }

    @Test
    void preferencesThatMakeNoSenseChangeNothing() {
        Person ann = suite.person("ann");
        String before = ann.get("/notifications/preferences").raw().body();
        for (String bad : List.of(
                "{\"locale\":\"fr\"}",
                "{\"locale\":\"KO\"}",
                "{\"telegram\":{\"magic\":true}}",
                "{\"telegram\":{\"security\":false,\"magic\":true}}",
                "{\"telegram\":{\"security\":null}}",
                "{\"telegram\":{\"security\":\"maybe\"}}",
                "{\"telegram\":{\"security\":0}}")) {
            ann.put("/notifications/preferences", bad).expect(400, "validation_failed");
        }
        for (String broken : List.of("{", "[1]", "\"x\"", "{\"telegram\":[]}")) {
            ann.put("/notifications/preferences", broken).expect(400, "malformed_body");
        }
        assertEquals(before, ann.get("/notifications/preferences").raw().body());
    }

    @Test
    void aCodeComesWithItsLink() {
        Person ann = suite.person("ann");
        var made = ann.post("/telegram/register", "{}");
        assertEquals(201, made.status());
        assertEquals("https://t.me/moa_stub_bot?start=" + made.at("code"), made.at("link"));
        assertEquals(201, ann.post("/telegram/register", null).status());
        ann.post("/telegram/register", "{\"bot_token\":\"1:abc\"}").expect(422, "own_bot_not_supported");
        ann.post("/telegram/register", "{").expect(400, "malformed_body");
    }

    @Test
    void theSameKeyGivesTheSameCodeAgain() {
        Person ann = suite.person("ann");
        var first = ann.post("/telegram/register", "key-of-ann-1", "{}");
        var again = ann.post("/telegram/register", "key-of-ann-1", "{}");
        assertEquals(first.at("code"), again.at("code"));
        assertEquals(
                "true", again.raw().headers().firstValue("Idempotency-Replayed").orElse(""));
        Person bob = suite.person("bob");
        assertNotEquals(
                first.at("code"),
                bob.post("/telegram/register", "key-of-ann-1", "{}").at("code"));
    }

    @Test
    void howItStandsWithTelegramIsShownToItsOwnerOnly() {
        Person ann = suite.person("ann");
        assertEquals(false, ann.get("/telegram").at("linked"));
        ann.post("/telegram/test", null).expect(409, "telegram_not_linked");
        assertEquals(204, ann.delete("/telegram").status());

        Person linked = suite.linked("linda", 987654321);
        var view = linked.get("/telegram");
        assertEquals(true, view.at("linked"));
        assertEquals("…321", view.at("chat"));
        assertEquals("working", view.at("state"));
        assertEquals("moa_stub_bot", view.at("bot"));
        assertEquals(202, linked.post("/telegram/test", null).status());
        Await.until(
                "the test arrives", () -> suite.telegram().textsTo(987654321).size() == 2);
        assertEquals(false, ann.get("/telegram").at("linked"));
        assertNull(ann.get("/telegram").at("chat"));
    }

    @Test
    void healthTellsHowTheBotIsDoing() {
        Await.until(
                "the bot works", () -> health().contains("\"telegram\":{\"state\":\"UP\",\"condition\":\"working\""));
        suite.telegram().away(502);
        Await.until(
                "its absence shows",
                () -> health().contains("\"telegram\":{\"state\":\"AWAY\",\"condition\":\"away\""));
        assertEquals(200, suite.person("ann").get("/health").status(), "the service itself is well");
        assertEquals("away", suite.person("ann").get("/telegram").at("state"));
        suite.telegram().away(0);
        Await.until("it is well again", () -> health().contains("\"condition\":\"working\""));
        assertFalse(health().contains("AAStubOfTheTests"), "the token is a secret");
    }

    private static String health() {
        return suite.person("anybody").get("/health").raw().body();
    }

    @Test
    void aTokenThatTelegramRefusesIsSaidAndShownToNobody() {
        try (NotificationSuite refused =
                new NotificationSuite(Map.of("MOA_TELEGRAM_BOT_TOKEN", "1:not_the_right_one"))) {
            Person ann = refused.person("ann");
            Await.until(
                    "it is known",
                    () -> "token_refused".equals(ann.get("/telegram").at("state")));
            ann.post("/telegram/register", null).expect(503, "dependency_away");
            String health = ann.get("/health").raw().body();
            assertTrue(health.contains("\"telegram\":{\"state\":\"AWAY\",\"condition\":\"token_refused\""), health);
            assertFalse(health.contains("not_the_right_one"));
        }
    }

    @Test
    void withoutABotTelegramIsOffAndSaysSo() {
        try (NotificationSuite botless = new NotificationSuite(Map.of())) {
            Person ann = botless.person("ann");
            ann.post("/telegram/register", null).expect(409, "telegram_off");
            ann.post("/telegram/test", null).expect(409, "telegram_off");
            assertEquals("off", ann.get("/telegram").at("state"));
            assertEquals(false, ann.get("/telegram").at("enabled"));
            assertEquals(204, ann.delete("/telegram").status());
            botless.facts().settle(ann);
            assertEquals(0, botless.count("SELECT count(*) FROM delivery"));
            assertTrue(
                    ann.get("/health").raw().body().contains("\"telegram\":{\"state\":\"UP\",\"condition\":\"off\""));
        }
    }
}
