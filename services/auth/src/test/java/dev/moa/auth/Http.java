package dev.moa.auth;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plain HTTP client, so that nothing of the service's own framework stands between the test and the wire. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final URI base;
    private final List<String> headers;

    public Http(URI base) {
        this(base, List.of());
    }

    private Http(URI base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public Http with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Http(base, more);
    }

    public Http as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** A body that is a string goes out as it is. */
    public Reply send(String method, String path, Object body) {
        try {
            var publisher = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                            body instanceof String text ? text : JSON.writeValueAsString(body));
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(120))
                    .method(method, publisher);
            if (body != null && !headers.contains("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            for (int i = 0; i < headers.size(); i += 2) {
                request.header(headers.get(i), headers.get(i + 1));
            }
            return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer. */
    public record Reply(HttpResponse<String> raw) {

        public int status() {
            return raw.statusCode();
        }

        public String text() {
            return raw.body();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        public Map<String, Object> json() {
            try {
                return JSON.readValue(raw.body(), Argument.mapOf(String.class, Object.class));
            } catch (IOException e) {
                throw new UncheckedIOException(raw.body(), e);
            }
        }

        public String string(String member) {
            return (String) json().get(member);
        }

        public Reply expect(int status) {
            if (status() != status) {
                throw new AssertionError(raw.request().uri() + " answered " + status() + ": " + text());
            }
            return this;
        }

        /** Expects a problem of this status and code, in the form every refusal has. */
        public Reply expect(int status, String code) {
            expect(status);
            String type = header("Content-Type");
            if (type == null || !type.startsWith("application/problem+json") || !code.equals(string("code"))) {
                throw new AssertionError("expected problem " + code + ", got " + type + " " + text());
            }
            if (!Integer.valueOf(status).equals(json().get("status")) || header("X-Request-Id") == null) {
                throw new AssertionError("incomplete problem: " + text());
            }
            return this;
        }
    }
}
