package dev.moa.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.auth.keys.AccessTokens;
import dev.moa.platform.identity.Callers;
import dev.moa.platform.identity.InnerClient;
import dev.moa.platform.identity.InnerClient.Peer;
import dev.moa.platform.identity.SessionCache;
import dev.moa.platform.identity.SessionState;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another service makes of tokens and sessions while everything is well, and while parts are away. */
class SessionFaultIT {

    @TempDir
    Path keys;

    private Suite suite;
    private Http.Reply session;
    private Http probe;

    @BeforeEach
    void start() {
        suite = new Suite(keys, Map.of());
        session = suite.firstSession("owner");
        probe = suite.probe().as(session.string("access_token"));
        probe.get("/probe").expect(200);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void anotherServiceKnowsTheCallerAndAnswersAllCalls() {
        var caller = probe.get("/probe").expect(200).json();
        assertEquals("owner", caller.get("username"));
        assertEquals("super_admin", caller.get("role"));
        assertEquals(true, caller.get("verified"));
        probe.post("/probe", null).expect(200);
        probe.post("/probe/money", null).expect(200);
        probe.post("/probe/safe", null).expect(200);
        suite.probe().get("/probe").expect(401, "unauthenticated");
        suite.probe().as("x.y.z").get("/probe").expect(401, "unauthenticated");
        probe.with("Authorization", "Bearer " + session.string("access_token"))
                .get("/probe")
                .expect(401, "unauthenticated");
    }

    @Test
    void logoutActsAtOnceEverywhere() {
        suite.http()
                .as(session.string("access_token"))
                .post("/api/v1/auth/logout", null)
                .expect(204);
        probe.get("/probe").expect(401, "unauthenticated");
        probe.post("/probe/safe", null).expect(401, "unauthenticated");
        var callers = suite.probeBean(Callers.class);
        assertEquals(
                401,
                assertThrows(Problem.class, () -> callers.authenticate(session.string("access_token")))
                        .status());
    }

    @Test
    void aRedisThatForgotEverythingChangesNothing() {
        Servers.redis().flush();
        assertEquals(true, probe.post("/probe/money", null).expect(200).json().get("verified"));
        suite.http()
                .as(session.string("access_token"))
                .post("/api/v1/auth/logout", null)
                .expect(204);
        Servers.redis().flush();
        probe.get("/probe").expect(401, "unauthenticated");
    }

    @Test
    void withoutRedisReadingGoesOnMoneyStopsAndSafetyWorks() {
        Servers.redis().kill();
        try {
            assertEquals(false, probe.get("/probe").expect(200).json().get("verified"));
            probe.post("/probe/money", null).expect(503, "session_unverifiable");
            assertEquals(
                    true, probe.post("/probe/safe", null).expect(200).json().get("verified"));
            assertEquals(true, probe.post("/probe", null).expect(200).json().get("verified"));
            suite.http()
                    .as(session.string("access_token"))
                    .post("/api/v1/auth/logout", null)
                    .expect(204);
            probe.post("/probe/safe", null).expect(401, "unauthenticated");
            probe.get("/probe").expect(200);
        } finally {
            Servers.redis().start();
        }
        Await.until(
                "the end is told once Redis is back", () -> probe.get("/probe").status() == 401);
    }

    @Test
    void withoutRedisAndAuthOnlyReadingIsLeft() {
        Servers.redis().kill();
        try {
            suite.stopAuth();
            probe.get("/probe").expect(200);
            probe.post("/probe", null).expect(503, "session_unverifiable");
            probe.post("/probe/safe", null).expect(503, "session_unverifiable");
            probe.post("/probe/money", null).expect(503, "session_unverifiable");
        } finally {
            Servers.redis().start();
        }
    }

    @Test
    void anEndThatACutOffRedisMissedIsToldWhenItIsBack() {
        Servers.redis().freeze();
        try {
            suite.http()
                    .as(session.string("access_token"))
                    .post("/api/v1/auth/logout", null)
                    .expect(204);
        } finally {
            Servers.redis().thaw();
        }
        Await.until(
                "money no longer moves", () -> probe.post("/probe/money", null).status() == 401);
    }

    @Test
    void aLateWriteBackRevivesNothing() {
        var cache = suite.bean(SessionCache.class);
        var caller = suite.probeBean(Callers.class).authenticate(session.string("access_token"));
        suite.http()
                .as(session.string("access_token"))
                .post("/api/v1/auth/logout", null)
                .expect(204);
        var alive = new SessionState(
                caller.userId(),
                "owner",
                "super_admin",
                List.of(),
                "alive",
                Instant.now().plusSeconds(600));
        cache.write(caller.sessionId(), alive, Duration.ofMinutes(5));
        probe.get("/probe").expect(401, "unauthenticated");
    }

    @Test
    void tokensOfNoSessionAndExpiredOnesAreRefused() {
        var tokens = suite.bean(AccessTokens.class);
        var caller = suite.probeBean(Callers.class).authenticate(session.string("access_token"));
        var nobody =
                new AccessTokens.Bearer(caller.userId(), UUID.randomUUID(), "owner", "super_admin", List.of(), null);
        suite.probe()
                .as(tokens.issue(nobody, Duration.ofMinutes(5)))
                .get("/probe")
                .expect(401, "unauthenticated");
        var stranger =
                new AccessTokens.Bearer(UUID.randomUUID(), caller.sessionId(), "owner", "super_admin", List.of(), null);
        suite.probe()
                .as(tokens.issue(stranger, Duration.ofMinutes(5)))
                .get("/probe")
                .expect(401, "unauthenticated");
        var owner =
                new AccessTokens.Bearer(caller.userId(), caller.sessionId(), "owner", "super_admin", List.of(), null);
        suite.probe()
                .as(tokens.issue(owner, Duration.ofMinutes(5)))
                .get("/probe")
                .expect(200);
        suite.probe()
                .as(tokens.issue(owner, Duration.ofSeconds(-31)))
                .get("/probe")
                .expect(401, "unauthenticated");
    }

    @Test
    void theSessionOutranksWhatTheTokenClaims() {
        var caller = suite.probeBean(Callers.class).authenticate(session.string("access_token"));
        suite.bean(Sql.class).update("UPDATE account SET role = 'user'");
        Servers.redis().flush();
        assertEquals("user", probe.get("/probe").expect(200).string("role"));
        suite.http()
                .as(session.string("access_token"))
                .post("/api/v1/admin/invites", Map.of())
                .expect(403, "forbidden");
        assertEquals("super_admin", caller.role());
    }

    @Test
    void innerAddressesOpenToTheSecretOnly() {
        Http auth = suite.http();
        auth.get("/internal/keys").expect(401, "unauthenticated");
        auth.with("X-Moa-Inner", "wrong").get("/internal/keys").expect(401, "unauthenticated");
        auth.as(session.string("access_token")).get("/internal/keys").expect(401, "unauthenticated");
        auth.get("//internal/keys").expect(404);
        var published = auth.with("X-Moa-Inner", "inner-secret-of-the-tests")
                .get("/internal/keys")
                .expect(200);
        assertTrue(published.text().contains("\"crv\":\"P-256\""));
        assertTrue(!published.text().contains("\"d\":"), "the private half stays here");
        auth.with("X-Moa-Inner", "inner-secret-of-the-tests")
                .get("/internal/sessions/" + UUID.randomUUID())
                .expect(404, "not_found");
    }

    @Test
    void ourBotActsForAPersonAndForNobodyElse() {
        var me = suite.http()
                .as(session.string("access_token"))
                .get("/api/v1/auth/me")
                .json();
        var inner = suite.probeBean(InnerClient.class);
        UUID owner = UUID.fromString((String) me.get("user_id"));
        var seen = inner.asUser(owner).get(Peer.AUTH, "/api/v1/auth/me", Map.class);
        assertEquals("owner", seen.get("username"));
        inner.asUser(owner).get(Peer.AUTH, "/api/v1/auth/me", Map.class);
        var refused = assertThrows(
                Problem.class, () -> inner.asUser(UUID.randomUUID()).get(Peer.AUTH, "/api/v1/auth/me", Map.class));
        assertEquals(404, refused.status());
        var items = (List<?>) suite.http()
                .as(session.string("access_token"))
                .get("/api/v1/users/me/sessions")
                .json()
                .get("items");
        assertEquals(1, items.size(), "the bot is no device");
    }
}
