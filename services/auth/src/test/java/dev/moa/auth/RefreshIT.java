package dev.moa.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.sql.Sql;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshIT {

    private static final String REFRESH = "/api/v1/auth/refresh";
    private static final String LOGOUT = "/api/v1/auth/logout";
    private static final String ME = "/api/v1/auth/me";

    @TempDir
    static Path keys;

    private static Suite suite;

    @BeforeAll
    static void start() {
        suite = new Suite(keys, Map.of());
        suite.firstSession("owner");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void aRefreshGivesANewPairAndSpendsTheOldToken() {
        var first = suite.login("owner");
        var second = refresh(first.string("refresh_token")).expect(200);
        assertNotEquals(first.string("refresh_token"), second.string("refresh_token"));
        me(second.string("access_token")).expect(200);
        me(first.string("access_token")).expect(200);
        refresh(second.string("refresh_token")).expect(200);
    }

    @Test
    void aSpentTokenPresentedAgainEndsTheWholeFamily() {
        var first = suite.login("owner");
        var second = refresh(first.string("refresh_token")).expect(200);
        refresh(first.string("refresh_token")).expect(401, "session_ended");
        refresh(second.string("refresh_token")).expect(401, "session_ended");
        me(second.string("access_token")).expect(401, "unauthenticated");
        me(first.string("access_token")).expect(401, "unauthenticated");
        int told = suite.bean(Sql.class)
                .one(
                        "SELECT count(*) AS n FROM outbox WHERE name = 'session.ended' AND body LIKE ?",
                        rs -> rs.getInt("n"),
                        "%refresh_token_reused%")
                .orElseThrow();
        assertTrue(told >= 1, "the alert is on its way");
    }

    @Test
    void ofFiftyAtOnceAtMostOneGetsAPairAndTheFamilyEnds() {
        var first = suite.login("owner");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> refresh(first.string("refresh_token")), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertEquals(
                    1, replies.stream().filter(reply -> reply.status() == 200).count());
            var winner = replies.stream()
                    .filter(reply -> reply.status() == 200)
                    .findFirst()
                    .orElseThrow();
            replies.stream().filter(reply -> reply != winner).forEach(reply -> reply.expect(401, "session_ended"));
            refresh(winner.string("refresh_token")).expect(401, "session_ended");
            me(winner.string("access_token")).expect(401, "unauthenticated");
        }
    }

    @Test
    void afterLogoutNothingOfTheSessionCounts() {
        var session = suite.login("owner");
        suite.http().as(session.string("access_token")).post(LOGOUT, null).expect(204);
        me(session.string("access_token")).expect(401, "unauthenticated");
        refresh(session.string("refresh_token")).expect(401, "session_ended");
        suite.http().as(session.string("access_token")).post(LOGOUT, null).expect(401, "unauthenticated");
        suite.http().post(LOGOUT, null).expect(401, "unauthenticated");
    }

    @Test
    void theRefreshTokenAloneLogsOutToo() {
        var session = suite.login("owner");
        suite.http()
                .post(LOGOUT, Map.of("refresh_token", session.string("refresh_token")))
                .expect(204);
        me(session.string("access_token")).expect(401, "unauthenticated");
    }

    @Test
    void logoutEndsOneSessionAndNoOther() {
        var one = suite.login("owner");
        var other = suite.login("owner");
        suite.http().as(one.string("access_token")).post(LOGOUT, Map.of()).expect(204);
        me(other.string("access_token")).expect(200);
    }

    @Test
    void theCookieRefreshesFromOurOwnPageOnly() {
        String cookie = suite.http()
                .post("/api/v1/auth/login", Map.of("username", "owner", "password", Suite.PASSWORD))
                .header("Set-Cookie")
                .replaceFirst(";.*", "");
        Http browser = suite.http().with("Cookie", cookie);
        browser.with("Origin", "https://evil.example").post(REFRESH, null).expect(403, "cross_origin");
        browser.with("Origin", "null").post(REFRESH, null).expect(403, "cross_origin");
        browser.with("Sec-Fetch-Site", "cross-site").post(REFRESH, null).expect(403, "cross_origin");
        browser.with("Sec-Fetch-Site", "same-site").post(LOGOUT, null).expect(403, "cross_origin");
        var refreshed = browser.with("Origin", "http://localhost:8080")
                .with("Sec-Fetch-Site", "same-origin")
                .post(REFRESH, null)
                .expect(200);
        String next = refreshed.header("Set-Cookie").replaceFirst(";.*", "");
        assertNotEquals(cookie, next);
        var left = suite.http().with("Cookie", next).post(LOGOUT, null).expect(204);
        assertTrue(left.header("Set-Cookie").contains("Max-Age=0"), left.header("Set-Cookie"));
        me(refreshed.string("access_token")).expect(401, "unauthenticated");
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        suite.http().post(REFRESH, null).expect(401, "unauthenticated");
        suite.http().post(REFRESH, Map.of()).expect(401, "unauthenticated");
        refresh("").expect(401, "session_ended");
        refresh("x".repeat(5000)).expect(401, "unauthenticated");
        refresh("' OR 1=1 --").expect(401, "session_ended");
        refresh(suite.login("owner").string("access_token")).expect(401, "session_ended");
    }

    private static Http.Reply refresh(String token) {
        return suite.http().post(REFRESH, Map.of("refresh_token", token));
    }

    private static Http.Reply me(String token) {
        return suite.http().as(token).get(ME);
    }
}
