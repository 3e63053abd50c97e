package dev.moa.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Servers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProblemIT {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        var process = Servers.databaseAndRedis("auth", Servers.postgres().freshDatabase());
        server = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("clumsy")
                .propertySources(PropertySource.of(
                        "process", process, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    @AfterAll
    static void stop() {
        server.getApplicationContext().close();
    }

    @Test
    void whatNobodyForesawSaysNothingButTheRequestId() throws Exception {
        var problem = expect(get("/clumsy/breaks"), 500, "internal");
        assertEquals("urn:moa:problem:internal", problem.get("type"));
        assertFalse(
                problem.toString().matches("(?is).*(select|exception|secret|java|dev\\.moa).*"), problem.toString());
    }

    @Test
    void anAbsentServerIsNamedAndItsAddressIsNot() throws Exception {
        var answer = get("/clumsy/away");
        var problem = expect(answer, 503, "dependency_away");
        assertEquals("redis", problem.get("dependency"));
        assertFalse(problem.toString().contains("10.0.0.7"));
        assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void aRefusalCarriesItsReasons() throws Exception {
        var problem = expect(get("/clumsy/refuses"), 422, "insufficient_funds");
        assertEquals(List.of(Map.of("rule", "cash")), problem.get("reasons"));
        assertEquals("There is not enough money.", problem.get("detail"));
        assertEquals("Unprocessable Entity", problem.get("title"));
    }

    @Test
    void unknownPlacesAreNotFoundForEverybody() throws Exception {
        expect(get("/nowhere"), 404, "not_found");
        expect(get("/clumsy/things/not-an-id"), 404, "not_found");
        expect(get("/clumsy/%2e%2e/%00"), 404, "not_found");
        expect(send("DELETE", "/clumsy", null), 405, "method_not_allowed");
    }

    @Test
    void unreadableParametersAreNamedAndNotRepeated() throws Exception {
        for (String query : List.of("", "?number=xyzzy", "?number=99999999999999999999")) {
            var problem = expect(get("/clumsy/pages" + query), 400, "invalid_parameter");
            assertTrue(problem.get("errors").toString().contains("field=number"), problem.toString());
            assertFalse(problem.toString().contains("xyzzy"));
        }
    }

    @Test
    void malformedBodiesAreAllTheSame() throws Exception {
        for (String body :
                List.of("{", "[]", "\"x\"", "{\"quantity\":\"xyzzy\"}", "{\"first_leg\":{\"step_count\":\"x\"}}", "")) {
            var problem = expect(send("POST", "/clumsy/orders", body), 400, "malformed_body");
            assertFalse(problem.toString().contains("xyzzy"), problem.toString());
        }
        expect(send("POST", "/clumsy/orders", "{\"quantity\":1e999999999}"), 400, "malformed_body");
        expect(send("POST", "/clumsy/orders", "[".repeat(20_000)), 400, "malformed_body");
    }

    @Test
    void violatedRulesAreListedByTheNamesOfTheJson() throws Exception {
        var problem = expect(
                send("POST", "/clumsy/orders", "{\"instrument\":\" \",\"first_leg\":{\"step_count\":0}}"),
                400,
                "validation_failed");
        var fields = ((List<?>) problem.get("errors"))
                .stream().map(error -> ((Map<?, ?>) error).get("field")).toList();
        assertEquals(List.of("first_leg.step_count", "instrument"), fields);
    }

    @Test
    void otherMediaTypesAndTooMuchAreRefused() throws Exception {
        var text = HttpRequest.newBuilder(server.getURI().resolve("/clumsy/orders"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<x/>"));
        expect(call(text), 415, "unsupported_media_type");
        String large = "{\"instrument\":\"" + "x".repeat(2_000_000) + "\"}";
        expect(send("POST", "/clumsy/orders", large), 413, "too_large");
    }

    @Test
    void whoeverIsNotSignedInIsToldSo() throws Exception {
        var answer = get("/clumsy/mine");
        expect(answer, 401, "unauthenticated");
        assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElseThrow());
        var bearer = request("/clumsy/mine").header("Authorization", "Bearer ey.ey.ey");
        expect(call(bearer), 401, "unauthenticated");
        expect(call(request("/clumsy/mine").header("Authorization", "Basic b3duZXI6eA==")), 401, "unauthenticated");
    }

    @Test
    void openRoutesDoNotLookAtTokens() throws Exception {
        assertEquals(
                200,
                call(request("/clumsy").header("Authorization", "Bearer nonsense"))
                        .statusCode());
    }

    @Test
    void aHarmlessRequestIdIsKeptAndAnyOtherReplaced() throws Exception {
        var kept = call(request("/clumsy").header("X-Request-Id", "0123456789abcdef"));
        assertEquals(
                "0123456789abcdef", kept.headers().firstValue("X-Request-Id").orElseThrow());
        for (String hostile :
                List.of("short", "x".repeat(65), "a b c d e f g h", "<script>alert(1)</script>", "${jndi:ldap://x}")) {
            var replaced = call(request("/clumsy").header("X-Request-Id", hostile));
            String id = replaced.headers().firstValue("X-Request-Id").orElseThrow();
            assertNotEquals(hostile, id);
            assertTrue(id.matches("[0-9a-f-]{36}"), id);
        }
    }

    @Test
    void aBrowserGetsTheSameForm() throws Exception {
        expect(call(request("/nowhere").header("Accept", "text/html")), 404, "not_found");
        expect(call(request("/clumsy").header("Accept", "text/html")), 406, "not_acceptable");
    }

    private static Map<String, Object> expect(HttpResponse<String> answer, int status, String code) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(null));
        Map<String, Object> problem = JSON.readValue(answer.body(), Argument.mapOf(String.class, Object.class));
        assertEquals(code, problem.get("code"));
        assertEquals(status, problem.get("status"));
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertEquals("urn:moa:request:" + id, problem.get("instance"));
        return problem;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return call(request(path));
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return call(request(path).header("Content-Type", "application/json").method(method, publisher));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.getURI().resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> call(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
