package dev.moa.notification;

import dev.moa.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody signed in, talking HTTP. */
public final class Person {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final UUID id;
    private final String token;
    private final Supplier<URI> address;
    private final Supplier<Json> json;

    Person(UUID id, String token, Supplier<URI> address, Supplier<Json> json) {
        this.id = id;
        this.token = token;
        this.address = address;
        this.json = json;
    }

    /** An answer with its body as maps and lists. */
    public record Reply(int status, Map<String, Object> body, HttpResponse<String> raw) {
        public Object at(String path) {
            Object value = body;
            for (String step : path.split("\\.")) {
                value = value instanceof List<?> list
                        ? list.get(Integer.parseInt(step))
                        : ((Map<?, ?>) value).get(step);
            }
            return value;
        }

        public List<?> items() {
            return (List<?>) body.get("items");
        }

        /** Expects a refusal in the form every refusal has. */
        public Reply expect(int wanted, String code) {
            String type = raw.headers().firstValue("Content-Type").orElse("");
            boolean told = raw.headers().firstValue("X-Request-Id").isPresent()
                    && Integer.valueOf(wanted).equals(body.get("status"));
            if (status != wanted
                    || !told
                    || !code.equals(body.get("code"))
                    || !type.startsWith("application/problem+json")) {
                throw new AssertionError(
                        "expected " + wanted + " " + code + ", got " + status + " " + type + " " + raw.body());
            }
            return this;
        }
    }

    public UUID id() {
        return id;
    }

    public String token() {
        return token;
    }

    /** The session the token belongs to. */
    @SuppressWarnings("unchecked") // JSON objects have string keys
    public UUID sessionId() {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        Map<String, Object> read = json.get().read(claims, Map.class);
        return UUID.fromString(read.get("sid").toString());
    }

    /** The same door, without a token. */
    public Person signedOut() {
        return new Person(id, null, address, json);
    }

    /** A fresh one-time code that links a chat. */
    public String code() {
        return post("/telegram/register", null).at("code").toString();
    }

    /** What the inbox tells, newest first. */
    public List<?> inbox() {
        return get("/notifications").items();
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, String body) {
        return send("POST", path, body);
    }

    /** The same under an idempotency key. */
    public Reply post(String path, String key, String body) {
        return send(request("POST", path, body).header("Idempotency-Key", key).build());
    }

    public Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Reply send(String method, String path, String body) {
        return send(request(method, path, body).build());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(
                        address.get().resolve(path.startsWith("/health") ? path : "/api/v1" + path))
                .method(method, publisher)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, Object> answer =
                    response.body().isEmpty() ? Map.of() : json.get().read(response.body(), Map.class);
            return new Reply(response.statusCode(), answer, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
