package dev.moa.broker.binance;

import dev.moa.broker.http.SocketSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Addresses and habits of Binance spot.
 *
 * @param recoverable the longest gap, in trades, that is asked for; a longer one stays open
 */
public record BinanceSettings(URI stream, URI rest, SocketSettings socket, int recoverable) {
    /** The venue ends a connection after 24 hours and sends a ping every 20 s. */
    private static final SocketSettings SOCKET = new SocketSettings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(75),
            Duration.ofHours(23),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60));

    public static BinanceSettings live() {
        return new BinanceSettings(
                URI.create("wss://stream.binance.com:9443"), URI.create("https://api.binance.com"), SOCKET, 20_000);
    }

    public BinanceSettings with(Optional<URI> otherStream, Optional<URI> otherRest) {
        return new BinanceSettings(otherStream.orElse(stream), otherRest.orElse(rest), socket, recoverable);
    }

    public BinanceSettings with(SocketSettings other) {
        return new BinanceSettings(stream, rest, other, recoverable);
    }
}
