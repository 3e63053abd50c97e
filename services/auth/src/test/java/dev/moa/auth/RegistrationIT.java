package dev.moa.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.sql.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationIT {

    private static final String REGISTER = "/api/v1/auth/register";

    @TempDir
    static Path keys;

    @Test
    void theFirstAccountIsSuperAdminAndThenAnInviteIsNeeded() {
        try (Suite suite = new Suite(keys, Map.of())) {
            assertEquals(true, setup(suite).get("needs_first_account"));
            var first = suite.http()
                    .post(REGISTER, Suite.person("owner"))
                    .expect(201)
                    .json();
            assertEquals("super_admin", first.get("role"));
            assertEquals(false, first.get("email_verified"));
            assertEquals("owner@example.org", first.get("email"));
            assertEquals(Map.of("needs_first_account", false, "registration", "invite"), setup(suite));

            suite.http().post(REGISTER, Suite.person("second")).expect(403, "invite_required");
            suite.http()
                    .post(REGISTER, with(Suite.person("second"), "invite_code", "AAAAA-AAAAA-AAAAA-AAAAA"))
                    .expect(403, "invite_invalid");
            suite.http().post(REGISTER, Suite.person("owner")).expect(403, "invite_required");
        }
    }

    @Test
    void ofTwentyAtOnceExactlyOneIsSuperAdmin() {
        // Nineteen hashes, two at a time: on a busy machine that takes longer than the usual patience.
        var patient = Map.<String, Object>of("MOA_REGISTRATION", "open", "MOA_PASSWORD_LONGEST_WAIT", "100s");
        try (Suite suite = new Suite(keys, patient)) {
            List<Http.Reply> replies = parallel(
                    20,
                    i -> suite.http().post(REGISTER, Suite.person("person" + i)).expect(201));
            assertEquals(
                    1,
                    replies.stream()
                            .filter(reply -> "super_admin".equals(reply.string("role")))
                            .count());
            assertEquals(
                    19,
                    replies.stream()
                            .filter(reply -> "user".equals(reply.string("role")))
                            .count());
        }
    }

    @Test
    void whileInvitesAreNeededOnlyOneOfTwentyGetsIn() {
        try (Suite suite = new Suite(keys, Map.of())) {
            var statuses = parallel(20, i -> suite.http().post(REGISTER, Suite.person("person" + i))).stream()
                    .map(Http.Reply::status)
                    .sorted()
                    .toList();
            assertEquals(201, statuses.getFirst());
            assertTrue(statuses.stream().skip(1).allMatch(status -> status == 403), statuses.toString());
        }
    }

    @Test
    void anInviteIsGoodOnceAndForItsAddressOnly() {
        try (Suite suite = new Suite(keys, Map.of())) {
            Http admin = suite.http().as(suite.firstSession("owner").string("access_token"));
            var invite = admin.post("/api/v1/admin/invites", Map.of("role", "admin", "email", "Kim@Example.org"))
                    .expect(201);
            String code = invite.string("code");
            suite.http()
                    .post(REGISTER, with(Suite.person("lee"), "invite_code", code))
                    .expect(403, "invite_invalid");
            var kim = suite.http()
                    .post(REGISTER, with(Suite.person("kim"), "invite_code", " " + code.toLowerCase() + " "))
                    .expect(201);
            assertEquals("admin", kim.string("role"));
            suite.http()
                    .post(REGISTER, with(Suite.person("kim"), "invite_code", code))
                    .expect(403, "invite_invalid");

            var list = admin.get("/api/v1/admin/invites").expect(200);
            assertFalse(list.text().contains(code), "a code is shown once");
            assertTrue(list.text().contains("\"used\":true"));
        }
    }

    @Test
    void oneInviteLetsOneInAlsoWhenManyComeAtOnce() {
        try (Suite suite = new Suite(keys, Map.of())) {
            Http admin = suite.http().as(suite.firstSession("owner").string("access_token"));
            String code =
                    admin.post("/api/v1/admin/invites", Map.of()).expect(201).string("code");
            var replies = parallel(
                    12, i -> suite.http().post(REGISTER, with(Suite.person("guest" + i), "invite_code", code)));
            assertEquals(
                    1, replies.stream().filter(reply -> reply.status() == 201).count());
            assertEquals(
                    11, replies.stream().filter(reply -> reply.status() == 403).count());
            var accounts = suite.bean(Sql.class)
                    .one("SELECT count(*) AS n FROM account", rs -> rs.getInt("n"))
                    .orElseThrow();
            assertEquals(2, accounts);
        }
    }

    @Test
    void onlyAdministratorsInviteAndNobodyAboveThemselves() {
        try (Suite suite = new Suite(keys, Map.of("MOA_REGISTRATION", "open"))) {
            Http owner = suite.http().as(suite.firstSession("owner").string("access_token"));
            suite.http().post(REGISTER, Suite.person("user1")).expect(201);
            Http user = suite.http().as(suite.login("user1").string("access_token"));
            user.post("/api/v1/admin/invites", Map.of()).expect(403, "forbidden");
            user.get("/api/v1/admin/invites").expect(403, "forbidden");

            String code = owner.post("/api/v1/admin/invites", Map.of("role", "admin"))
                    .expect(201)
                    .string("code");
            suite.http()
                    .post(REGISTER, with(Suite.person("admin1"), "invite_code", code))
                    .expect(201);
            Http admin = suite.http().as(suite.login("admin1").string("access_token"));
            admin.post("/api/v1/admin/invites", Map.of("role", "admin")).expect(403, "forbidden");
            var wrong = owner.post(
                            "/api/v1/admin/invites", Map.of("role", "super_admin", "expires", "2001-01-01T00:00:00Z"))
                    .expect(400, "validation_failed");
            assertEquals(2, ((List<?>) wrong.json().get("errors")).size());
            String made =
                    admin.post("/api/v1/admin/invites", Map.of()).expect(201).string("invite_id");
            admin.delete("/api/v1/admin/invites/" + made).expect(204);
            admin.delete("/api/v1/admin/invites/" + made).expect(404, "not_found");
        }
    }

    @Test
    void aTakenNameIsToldOnlyToWhoMayJoin() {
        try (Suite suite = new Suite(keys, Map.of("MOA_REGISTRATION", "open"))) {
            suite.http().post(REGISTER, Suite.person("kim")).expect(201);
            suite.http()
                    .post(REGISTER, with(Suite.person("KIM"), "email", "other@example.org"))
                    .expect(409, "username_taken");
            suite.http()
                    .post(REGISTER, with(Suite.person("lee"), "email", "KIM@example.org"))
                    .expect(409, "email_taken");
            // full-width letters are the same letters
            suite.http()
                    .post(REGISTER, with(Suite.person("ｋｉｍ"), "email", "third@example.org"))
                    .expect(409, "username_taken");
        }
    }

    @Test
    void aClosedInstallationStillTakesItsFirstAccount() {
        try (Suite suite = new Suite(keys, Map.of("MOA_REGISTRATION", "closed"))) {
            suite.http().post(REGISTER, Suite.person("owner")).expect(201);
            suite.http().post(REGISTER, Suite.person("second")).expect(403, "registration_closed");
        }
    }

    @Test
    void everyObjectionIsToldAtOnceAndNothingIsEchoed() {
        try (Suite suite = new Suite(keys, Map.of())) {
            var typed = Map.of("email", "<script>", "username", "a b", "password", "password1234!", "name", "x\u202ey");
            var refused = suite.http().post(REGISTER, typed).expect(400, "validation_failed");
            var fields = ((List<?>) refused.json().get("errors"))
                    .stream().map(error -> ((Map<?, ?>) error).get("field")).toList();
            assertEquals(List.of("email", "username", "name", "password"), fields);
            assertFalse(refused.text().contains("script"));
            assertFalse(refused.text().contains("1234"));
            suite.http().post(REGISTER, Map.of()).expect(400, "validation_failed");
            suite.http().post(REGISTER, "{\"email\":").expect(400, "malformed_body");
            suite.http().post(REGISTER, "[]").expect(400, "malformed_body");
            suite.http().post(REGISTER, "{\"email\": {\"a\": 1}}").expect(400, "malformed_body");
            assertEquals(true, setup(suite).get("needs_first_account"));
        }
    }

    @Test
    void aNewcomerCannotChooseRoleOrId() {
        try (Suite suite = new Suite(keys, Map.of("MOA_REGISTRATION", "open"))) {
            suite.http().post(REGISTER, Suite.person("owner")).expect(201);
            var body = with(Suite.person("mallory"), "role", "super_admin");
            body.put("user_id", "00000000-0000-0000-0000-000000000000");
            body.put("permissions", List.of("real_trade"));
            assertEquals("user", suite.http().post(REGISTER, body).expect(201).string("role"));
            var me = suite.http()
                    .as(suite.login("mallory").string("access_token"))
                    .get("/api/v1/auth/me")
                    .json();
            assertEquals(List.of("paper_trade"), me.get("permissions"));
        }
    }

    @Test
    void theTellingOfANewPersonIsPartOfTheTransaction() {
        try (Suite suite = new Suite(keys, Map.of())) {
            var body = with(Suite.person("owner"), "locale", "ko-KR");
            String userId = suite.http().post(REGISTER, body).expect(201).string("user_id");
            String fact = suite.bean(Sql.class)
                    .one("SELECT body FROM outbox WHERE name = 'user.registered'", rs -> rs.getString("body"))
                    .orElseThrow();
            assertTrue(fact.contains(userId) && fact.contains("\"locale\":\"ko\""), fact);
            assertNull(suite.http().post(REGISTER, body).json().get("user_id"));
        }
    }

    private static Map<String, Object> setup(Suite suite) {
        return suite.http().get("/api/v1/auth/setup").expect(200).json();
    }

    private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
        body.put(member, value);
        return body;
    }

    private static <T> List<T> parallel(int times, IntFunction<T> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }
}
