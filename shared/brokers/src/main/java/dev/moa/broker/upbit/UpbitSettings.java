package dev.moa.broker.upbit;

import dev.moa.broker.http.SocketSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Addresses and habits of Upbit (Korea).
 *
 * @param pages how many pages of 500 trades are asked for to close a gap
 */
public record UpbitSettings(URI stream, URI rest, SocketSettings socket, int pages) {
    /** The venue closes a connection that was idle for 120 s. */
    private static final SocketSettings SOCKET = new SocketSettings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(100),
            Duration.ofHours(23),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60));

    public static UpbitSettings live() {
        return new UpbitSettings(
                URI.create("wss://api.upbit.com/websocket/v1"), URI.create("https://api.upbit.com/v1"), SOCKET, 20);
    }

    public UpbitSettings with(Optional<URI> otherStream, Optional<URI> otherRest) {
        return new UpbitSettings(otherStream.orElse(stream), otherRest.orElse(rest), socket, pages);
    }

    public UpbitSettings with(SocketSettings other) {
        return new UpbitSettings(stream, rest, other, pages);
    }
}
