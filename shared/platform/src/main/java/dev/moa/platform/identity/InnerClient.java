package dev.moa.platform.identity;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * JSON calls between our services. As it is injected it speaks for this service, to {@code /internal/**}; what
 * {@link #asUser} gives speaks for a person, to the public paths.
 *
 * <p>Errors: a peer that cannot be reached, is too slow or answers 5xx is {@link DependencyAway}; a refusal (4xx) comes
 * out as the same {@link Problem} the peer gave.
 */
public final class InnerClient {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http;
    private final JsonMapper json;
    private final PeerAddresses addresses;
    private final Credentials credentials;

    InnerClient(HttpClient http, JsonMapper json, PeerAddresses addresses, Credentials credentials) {
        this.http = http;
        this.json = json;
        this.addresses = addresses;
        this.credentials = credentials;
    }

    /** A client that calls the public API as this person, with a token of 60 seconds that auth gives and that is reused. */
    public InnerClient asUser(UUID userId) {
        return new InnerClient(http, json, addresses, credentials.ofUser(userId, this));
    }

    /** GET; a 404 is {@link Problem#notFound()}. */
    public <T> T get(Peer peer, String path, Class<T> type) {
        return find(peer, path, type).orElseThrow(Problem::notFound);
    }

    /** GET; empty on 404. */
    public <T> Optional<T> find(Peer peer, String path, Class<T> type) {
        HttpResponse<byte[]> answer = send(peer, path, request -> request.GET());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(peer, answer, type));
    }

    /** POST with a JSON body; use {@link Void} as type when the answer has none, null comes back then. */
    public <T> T post(Peer peer, String path, Object body, Class<T> type) {
        return post(peer, path, body, Map.of(), type);
    }

    /** POST with further headers, for example {@code Idempotency-Key}. */
    public <T> T post(Peer peer, String path, Object body, Map<String, String> headers, Class<T> type) {
        byte[] content = write(body);
        return read(
                peer,
                send(peer, path, request -> {
                    headers.forEach(request::setHeader);
                    request.setHeader("Content-Type", "application/json");
                    request.POST(HttpRequest.BodyPublishers.ofByteArray(content));
                }),
                type);
    }

    private HttpResponse<byte[]> send(Peer peer, String path, Shape shape) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.of(peer) + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        shape.apply(request);
        request.setHeader(credentials.header(), credentials.value());
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new DependencyAway(peer.word(), unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new DependencyAway(peer.word(), stopping);
        }
    }

    private <T> T read(Peer peer, HttpResponse<byte[]> answer, Class<T> type) {
        if (answer.statusCode() >= 500) {
            throw new DependencyAway(peer.word());
        }
        if (answer.statusCode() >= 400) {
            throw refusal(peer, answer);
        }
        return type == Void.class ? null : parse(peer, answer, type);
    }

    private Problem refusal(Peer peer, HttpResponse<byte[]> answer) {
        Map<?, ?> said = parse(peer, answer, Map.class);
        return Problem.of(answer.statusCode(), String.valueOf(said.get("code")), String.valueOf(said.get("detail")));
    }

    private <T> T parse(Peer peer, HttpResponse<byte[]> answer, Class<T> type) {
        try {
            return json.readValue(answer.body(), Argument.of(type));
        } catch (IOException unreadable) {
            throw new DependencyAway(peer.word(), unreadable);
        }
    }

    private byte[] write(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("not writable as JSON", unwritable);
        }
    }

    /** Our services, by the word used in addresses and messages. */
    public enum Peer {
        AUTH,
        TRADING,
        MARKET,
        BACKTEST,
        NOTIFICATION;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private interface Shape {
        void apply(HttpRequest.Builder request);
    }

    /** What is shown to the peer. */
    interface Credentials {
        String header();

        String value();

        Credentials ofUser(UUID userId, InnerClient asService);
    }
}
