package dev.moa.platform.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HealthIT {

    private static ApplicationContext context;
    private static URI address;

    @BeforeAll
    static void start() {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("trading")
                .properties(
                        Servers.databaseAndRedis("trading", Servers.postgres().freshDatabase()))
                .properties(Map.of("moa.schema-version", 1))
                .singletons(new Feed())
                .start();
        address = context.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void livenessReadinessAndMetricsAnswerWithoutToken() throws Exception {
        assertEquals(200, get("/health/liveness").statusCode());
        assertEquals(200, get("/health/readiness").statusCode());
        String metrics = get("/prometheus").body();
        for (String meter : new String[] {"moa_outbox_depth", "moa_outbox_age_seconds", "jvm_memory_used_bytes"}) {
            assertTrue(metrics.contains(meter), meter);
        }
    }

    @Test
    void partsThatAreAwayAreToldAndDoNotMakeItUnready() throws Exception {
        HttpResponse<String> health = get("/health");
        assertEquals(200, health.statusCode());
        assertTrue(health.body().contains("\"feed.test\":{\"state\":\"AWAY\",\"retries\":3}"), health.body());
        assertTrue(health.body().contains("\"rabbitmq\":{\"state\":\"AWAY\""), health.body());
        assertEquals(200, get("/health/readiness").statusCode());
    }

    @Test
    void withoutTheDatabaseItIsAliveAndNotReady() throws Exception {
        Servers.postgres().kill();
        try {
            Await.until("not ready", () -> get("/health/readiness").statusCode() == 503);
            assertEquals(200, get("/health/liveness").statusCode());
            assertFalse(get("/health").body().contains("Exception"));
        } finally {
            Servers.postgres().start();
        }
        Await.until("ready again", () -> get("/health/readiness").statusCode() == 200);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static final class Feed implements Part {
        @Override
        public String name() {
            return "feed.test";
        }

        @Override
        public boolean isUp() {
            return false;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("retries", 3);
        }
    }
}
