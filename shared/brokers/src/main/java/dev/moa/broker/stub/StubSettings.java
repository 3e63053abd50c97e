package dev.moa.broker.stub;

import dev.moa.broker.Capabilities;
import dev.moa.broker.http.SocketSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where the test exchange is and how patient we are with it.
 *
 * @param answerWithin after this time a request counts as unanswered
 * @param engineTimeout see {@link Capabilities#engineTimeout()}
 * @param stops whether the exchange knows stop orders
 */
public record StubSettings(URI rest, Duration answerWithin, Duration engineTimeout, boolean stops) {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    public StubSettings {
        Objects.requireNonNull(rest, "rest");
        Objects.requireNonNull(answerWithin, "answerWithin");
        Objects.requireNonNull(engineTimeout, "engineTimeout");
    }

    URI stream(String key) {
        return URI.create("ws://" + rest.getAuthority() + "/stream?key=" + key);
    }

    SocketSettings socket() {
        return new SocketSettings(
                HEARTBEAT,
                HEARTBEAT.multipliedBy(3),
                Duration.ofHours(23),
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
    }
}
