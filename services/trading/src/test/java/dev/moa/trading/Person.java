package dev.moa.trading;

import dev.moa.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
    }

    public UUID id() {
        return id;
    }

    public Reply get(String path) {
        return send("GET", path, null, null);
    }

    /** The body of an answer that is no JSON. */
    public String text(String path) {
        var request = HttpRequest.newBuilder(address.get().resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Reply post(String path, String key, String body) {
        return send("POST", path, key, body);
    }

    public Reply put(String path, String body) {
        return send("PUT", path, null, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, null);
    }

    /** Places an order under a new key. */
    public Reply order(String body) {
        return post("/trading/orders", UUID.randomUUID().toString(), body);
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private Reply send(String method, String path, String key, String body) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(address.get().resolve("/api/v1" + path))
                .method(method, publisher)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, Object> answer =
                    response.body().isEmpty() ? Map.of() : json.get().read(response.body(), Map.class);
            return new Reply(response.statusCode(), answer, response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
