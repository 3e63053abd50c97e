package dev.moa.backtest;

import dev.moa.platform.json.Json;
import dev.moa.testkit.Await;
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
public record Person(UUID id, String token, Supplier<URI> address, Supplier<Json> json) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONG = Duration.ofSeconds(90);

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

        public List<?> list(String path) {
            return (List<?>) at(path);
        }
    }

    public Reply get(String path) {
        return send("GET", path, null, null);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Reply run(String body) {
        return send("POST", "/backtest/run", null, body);
    }

    public Reply run(String key, String body) {
        return send("POST", "/backtest/run", key, body);
    }

    public Reply result(Object runId) {
        return get("/backtest/results/" + runId);
    }

    /** Asks for a run and waits for its end. */
    public Reply ended(String body) {
        Reply taken = run(body);
        if (taken.status() != 202) {
            throw new AssertionError(taken.raw().body());
        }
        return ended(taken.at("run_id"));
    }

    public Reply ended(Object runId) {
        Await.until("the run has ended", LONG, () -> result(runId).body().containsKey("finished_at"));
        return result(runId);
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
