package dev.moa.market;

import dev.moa.platform.json.Json;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.testkit.StubAuth;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A running market collector on a database of its own, without RabbitMQ: facts stay in the outbox, where tests read them. */
public final class MarketSuite implements AutoCloseable {
    private final String database = Servers.postgres().freshDatabase();
    private final StubAuth auth = new StubAuth();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Object> environment;
    private final String token = auth.token(UUID.randomUUID(), "anna", "user");
    private final Path folder;
    private EmbeddedServer server;

    /** What came back: status and body, read as JSON where it is some. */
    public record Reply(int status, Map<String, Object> body) {
        public Object at(String name) {
            return body.get(name);
        }
    }

    public MarketSuite(Map<String, Object> settings) {
        try {
            folder = Files.createTempDirectory("moa-replay");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment = new HashMap<>(Servers.databaseAndRedis("market", database));
        environment.put("MOA_AUTH_URL", auth.url());
        environment.put("MOA_FEEDS", "none");
        environment.put("MOA_REPLAY_DIR", folder.toString());
        environment.putAll(settings);
        start();
    }

    public void start() {
        server = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("market")
                .propertySources(PropertySource.of(
                        "process", environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .properties(Map.of("moa.service", "market"))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    public void stop() {
        server.getApplicationContext().close();
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public Sql sql() {
        return bean(Sql.class);
    }

    public String database() {
        return database;
    }

    public long count(String from) {
        return sql().one("select count(*) as n from " + from, rs -> rs.getLong("n"))
                .orElseThrow();
    }

    /** Puts a file into the replay folder. */
    public String file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public String file(Path recorded) {
        try {
            return file(recorded.getFileName().toString(), Files.readAllBytes(recorded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of("Authorization", "Bearer " + token));
    }

    public Reply post(String path, String body) {
        return send("POST", path, body, Map.of("Authorization", "Bearer " + token));
    }

    public Reply anonymous(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply inner(String method, String path, String body) {
        return send(method, path, body, Map.of("X-Moa-Inner", "inner-secret-of-the-tests"));
    }

    /** Starts a replay that must be accepted; answers its id. */
    public String replay(String path, String more) {
        Reply reply = inner("POST", "/internal/replays", "{\"path\":\"" + path + "\"" + more + "}");
        if (reply.status() != 202) {
            throw new AssertionError("not accepted: " + reply);
        }
        return (String) reply.at("replay_id");
    }

    /** Waits until it is no longer running. */
    public Reply ended(String replay) {
        Await.until(
                "the replay has ended",
                Duration.ofMinutes(3),
                () -> !"running"
                        .equals(inner("GET", "/internal/replays/" + replay, null)
                                .at("state")));
        return inner("GET", "/internal/replays/" + replay, null);
    }

    public Reply replayed(String path, String more) {
        return ended(replay(path, more));
    }

    @SuppressWarnings("unchecked")
    private Reply send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.getURI().toString().replaceAll("/$", "") + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            return new Reply(
                    response.statusCode(),
                    text.startsWith("{") ? bean(Json.class).read(text, Map.class) : Map.of("text", text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        auth.close();
        http.close();
    }
}
