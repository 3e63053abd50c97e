package dev.moa.broker.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Public reads over HTTP, one at a time and no faster than the venue allows. After a 429 or 418 nothing is asked until the
 * time the venue named has passed; going on regardless would get the address blocked.
 */
public final class VenueRest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MAX_BODY = 8 * 1024 * 1024;
    private static final Duration DEFAULT_PENALTY = Duration.ofSeconds(60);

    private final HttpClient http;
    private final Duration spacing;
    private long nextAllowed = System.nanoTime();

    /** {@code spacing}: the shortest time between two requests. */
    public VenueRest(HttpClient http, Duration spacing) {
        this.http = http;
        this.spacing = spacing;
    }

    /** The answer as the reader understands it. Throws {@link VenueAway} whatever went wrong. */
    public <T> T get(URI address, Function<Object, T> reader) {
        return find(address, reader).orElseThrow(() -> new VenueAway("does not know what was asked for"));
    }

    /**
     * The same, empty when the venue answers 400 or 404: it does not know what was asked for.
     *
     * @param reader gets a {@link VenueJson} value; what it finds {@link UnreadableMessage} counts as no answer
     */
    public synchronized <T> Optional<T> find(URI address, Function<Object, T> reader) {
        awaitTurn();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return read(response, body.readNBytes(MAX_BODY + 1)).map(reader);
            }
        } catch (UnreadableMessage e) {
            throw new VenueAway("unreadable answer: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new VenueAway("not reachable: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueAway("interrupted", e);
        }
    }

    private Optional<Object> read(HttpResponse<?> response, byte[] body) {
        int status = response.statusCode();
        if (status == 429 || status == 418) {
            Duration penalty = response.headers()
                    .firstValue("Retry-After")
                    .flatMap(VenueRest::seconds)
                    .orElse(DEFAULT_PENALTY);
            nextAllowed = System.nanoTime() + penalty.toNanos();
            throw new VenueAway("asked to slow down for " + penalty.toSeconds() + " s");
        }
        if (status == 400 || status == 404) {
            return Optional.empty();
        }
        if (status != 200) {
            throw new VenueAway("answered " + status);
        }
        if (body.length > MAX_BODY) {
            throw new VenueAway("answered more than " + MAX_BODY + " bytes");
        }
        return Optional.ofNullable(VenueJson.read(new String(body, StandardCharsets.UTF_8)));
    }

    private void awaitTurn() {
        long wait = nextAllowed - System.nanoTime();
        if (wait > LIMIT.toNanos()) {
            throw new VenueAway("asked to slow down");
        }
        try {
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueAway("interrupted", e);
        }
        nextAllowed = System.nanoTime() + spacing.toNanos();
    }

    private static Optional<Duration> seconds(String header) {
        return header.matches("\\d{1,6}") ? Optional.of(Duration.ofSeconds(Long.parseLong(header))) : Optional.empty();
    }
}
