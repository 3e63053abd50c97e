package dev.moa.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInIT {

    private static final String LOGIN = "/api/v1/auth/login";

    @TempDir
    static Path keys;

    private static Suite suite;

    @BeforeAll
    static void start() {
        suite = new Suite(keys, Map.of("MOA_REGISTRATION", "open"));
        suite.firstSession("owner");
        suite.http().post("/api/v1/auth/register", Suite.person("kim")).expect(201);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void tokensComeInTheBodyWhenAskedFor() {
        var tokens = suite.login("owner").json();
        assertEquals("Bearer", tokens.get("token_type"));
        assertEquals(900, tokens.get("expires_in"));
        assertNotNull(tokens.get("refresh_token"));
        assertNotNull(tokens.get("access_token"));
    }

    @Test
    void aBrowserGetsTheRefreshTokenInACookieOnly() {
        var reply = suite.http()
                .post(LOGIN, Map.of("username", "owner", "password", Suite.PASSWORD))
                .expect(200);
        assertFalse(reply.json().containsKey("refresh_token"));
        String cookie = reply.header("Set-Cookie");
        assertTrue(cookie.startsWith("moa_refresh="), cookie);
        for (String part : List.of("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age=604800")) {
            assertTrue(cookie.toLowerCase().contains(part.toLowerCase()), cookie);
        }
        assertFalse(cookie.contains("Secure"), "http://localhost must work");
        assertEquals("no-store", reply.header("Cache-Control"));
    }

    @Test
    void overHttpsTheCookieIsSecure(@TempDir Path otherKeys) {
        try (Suite https = new Suite(otherKeys, Map.of("MOA_PUBLIC_URL", "https://moa.example.org"))) {
            https.firstSession("owner");
            String cookie = https.http()
                    .post(LOGIN, Map.of("username", "owner", "password", Suite.PASSWORD))
                    .header("Set-Cookie");
            assertTrue(cookie.startsWith("__Secure-moa_refresh=") && cookie.contains("; Secure"), cookie);
        }
    }

    @Test
    void theEmailAddressIsANameToo() {
        suite.http()
                .post(LOGIN, Map.of("username", "OWNER@example.org", "password", Suite.PASSWORD))
                .expect(200);
        suite.http()
                .post(LOGIN, Map.of("username", " Owner ", "password", Suite.PASSWORD))
                .expect(200);
    }

    @Test
    void aWrongNameAndAWrongPasswordReadTheSame() {
        var name = suite.http().post(LOGIN, Map.of("username", "nobody", "password", Suite.PASSWORD));
        var password = suite.http().post(LOGIN, Map.of("username", "kim", "password", "wrong"));
        name.expect(401, "invalid_credentials");
        password.expect(401, "invalid_credentials");
        assertEquals(withoutRequest(name.text()), withoutRequest(password.text()));
        suite.http()
                .post(LOGIN, Map.of("username", "kim", "password", Suite.PASSWORD))
                .expect(200);
    }

    @Test
    void whatIsMissingIsNamed() {
        suite.http().post(LOGIN, Map.of()).expect(400, "validation_failed");
        suite.http()
                .post(LOGIN, Map.of("username", "kim", "password", "x", "token_delivery", "carrier pigeon"))
                .expect(400, "validation_failed");
        suite.http()
                .post(LOGIN, Map.of("username", "kim", "password", "x".repeat(2000)))
                .expect(400);
        suite.http().with("Content-Type", "text/plain").post(LOGIN, "x").expect(415, "unsupported_media_type");
        suite.http().get(LOGIN).expect(405, "method_not_allowed");
    }

    @Test
    void meIsAsTheInterfaceSays() {
        var me = suite.http()
                .as(suite.login("kim").string("access_token"))
                .get("/api/v1/auth/me")
                .expect(200)
                .json();
        assertEquals("kim", me.get("username"));
        assertEquals("kim@example.org", me.get("email"));
        assertEquals("A person", me.get("name"));
        assertEquals("user", me.get("role"));
        assertEquals(List.of("paper_trade"), me.get("permissions"));
        assertEquals("PAPER", me.get("trading_mode"));
        assertEquals(false, me.get("mfa_enabled"));
        assertEquals(8, me.size(), me.toString());
        suite.http().get("/api/v1/auth/me").expect(401, "unauthenticated");
    }

    @Test
    void settingsAreKeptAndCheckedAndPartlyChanged() {
        Http kim = suite.http().as(suite.login("kim").string("access_token"));
        String path = "/api/v1/users/me/settings";
        assertEquals(
                Map.of("locale", "en", "theme", "system", "korean_colors", false),
                kim.get(path).json());
        kim.put(path, Map.of("theme", "dark", "locale", "ko")).expect(200);
        kim.put(path, Map.of("korean_colors", true)).expect(200);
        assertEquals(
                Map.of("locale", "ko", "theme", "dark", "korean_colors", true),
                kim.get(path).json());
        kim.put(path, Map.of("theme", "neon")).expect(400, "validation_failed");
        Http owner = suite.http().as(suite.login("owner").string("access_token"));
        assertEquals("system", owner.get(path).string("theme"), "each has their own");
    }

    @Test
    void aPersonSeesAndEndsOwnSessionsOnly() {
        var phone = suite.login("kim");
        Http laptop = suite.http()
                .with("User-Agent", "Laptop\u00a0")
                .as(suite.login("kim").string("access_token"));
        var items = (List<?>) laptop.get("/api/v1/users/me/sessions?limit=500")
                .expect(200)
                .json()
                .get("items");
        assertEquals(
                1,
                items.stream()
                        .filter(item -> (boolean) ((Map<?, ?>) item).get("current"))
                        .count());
        String phoneSession = suite.http()
                .as(phone.string("access_token"))
                .get("/api/v1/users/me/sessions")
                .json()
                .get("items")
                .toString()
                .replaceAll("(?s).*?\\{(?=[^{}]*current=true)[^{}]*session_id=([0-9a-f-]+).*", "$1");

        Http owner = suite.http().as(suite.login("owner").string("access_token"));
        owner.delete("/api/v1/users/me/sessions/" + phoneSession).expect(404, "not_found");
        owner.delete("/api/v1/users/me/sessions/not-an-id").expect(404, "not_found");
        laptop.delete("/api/v1/users/me/sessions/" + phoneSession).expect(204);
        laptop.delete("/api/v1/users/me/sessions/" + phoneSession).expect(404, "not_found");
        suite.http().as(phone.string("access_token")).get("/api/v1/auth/me").expect(401, "unauthenticated");
        laptop.get("/api/v1/auth/me").expect(200);
    }

    @Test
    void theSixthTryInAMinuteIsTooMany() {
        Http stranger = suite.http().with("X-Real-IP", "203.0.113.9");
        var wrong = Map.of("username", "owner", "password", "wrong");
        for (int i = 0; i < 5; i++) {
            stranger.post(LOGIN, wrong).expect(401, "invalid_credentials");
        }
        var refused = stranger.post(LOGIN, wrong).expect(429, "too_many_attempts");
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait >= 1 && wait <= 60, wait + " s");
        stranger.post(LOGIN, Map.of("username", "owner", "password", Suite.PASSWORD))
                .expect(429, "too_many_attempts");
        stranger.post(LOGIN, Map.of("username", "OWNER", "password", "wrong")).expect(429, "too_many_attempts");
        suite.http()
                .with("X-Real-IP", "198.51.100.7")
                .post(LOGIN, Map.of("username", "owner", "password", Suite.PASSWORD))
                .expect(200);
    }

    @Test
    void whatAClientSaysOfItsWayIsHearsay() {
        var wrong = Map.of("username", "kim", "password", "wrong");
        Http stranger = suite.http().with("X-Real-IP", "203.0.113.77");
        for (int i = 0; i < 5; i++) {
            stranger.with("X-Forwarded-For", "192.0.2." + i).post(LOGIN, wrong).expect(401);
        }
        stranger.with("X-Forwarded-For", "192.0.2.200").post(LOGIN, wrong).expect(429, "too_many_attempts");
    }

    @Test
    void withRedisAwayTriesAreCountedHere() {
        Servers.redis().kill();
        try {
            Http stranger = suite.http().with("X-Real-IP", "203.0.113.55");
            var wrong = Map.of("username", "owner", "password", "wrong");
            for (int i = 0; i < 5; i++) {
                stranger.post(LOGIN, wrong).expect(401, "invalid_credentials");
            }
            stranger.post(LOGIN, wrong).expect(429, "too_many_attempts");
            String token = suite.login("owner").string("access_token");
            suite.http().as(token).get("/api/v1/auth/me").expect(200);
            suite.http().as(token).post("/api/v1/auth/logout", null).expect(204);
            suite.http().as(token).get("/api/v1/auth/me").expect(401, "unauthenticated");
        } finally {
            Servers.redis().start();
        }
    }

    @Test
    void rightPasswordsAreNotCounted() {
        for (int i = 0; i < 12; i++) {
            suite.http()
                    .with("X-Real-IP", "203.0.113.123")
                    .post(LOGIN, Map.of("username", "kim", "password", Suite.PASSWORD))
                    .expect(200);
        }
    }

    @Test
    void theHealthOfTheWholeSuiteNamesEveryServiceAndNoSecret() {
        var reply = suite.http().get("/api/v1/health");
        assertEquals(503, reply.status(), "nobody else runs in this test");
        var details = (Map<?, ?>) reply.json().get("details");
        assertEquals("DOWN", reply.json().get("status"));
        for (String service : List.of("auth", "trading", "market", "backtest", "notification")) {
            assertEquals("DOWN", ((Map<?, ?>) details.get(service)).get("status"), service);
        }
        assertNull(reply.json().get("code"));
        assertFalse(reply.text().contains("127.0.0.1"));
    }

    private static String withoutRequest(String problem) {
        return problem.replaceAll("urn:moa:request:[0-9a-f-]+", "");
    }
}
