package dev.moa.broker;

import dev.moa.broker.binance.BinanceFeed;
import dev.moa.broker.binance.BinanceSettings;
import dev.moa.broker.upbit.UpbitFeed;
import dev.moa.broker.upbit.UpbitSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/** The public feeds there are, by the name used in MOA_FEEDS. The only place outside their folders that names them. */
public final class FeedCatalog {
    private FeedCatalog() {}

    public static List<String> names() {
        return List.of("binance", "upbit");
    }

    /**
     * A feed that is not opened yet. Addresses that are empty mean the venue's own. Throws IllegalArgumentException for a
     * name that is not in {@link #names()}.
     */
    public static MarketFeed create(String name, HttpClient http, Addresses addresses) {
        return switch (name) {
            case "binance" -> new BinanceFeed(http, BinanceSettings.live().with(addresses.stream(), addresses.rest()));
            case "upbit" -> new UpbitFeed(http, UpbitSettings.live().with(addresses.stream(), addresses.rest()));
            default -> throw new IllegalArgumentException("there is no feed named " + name);
        };
    }

    /** Where a venue is reached instead of at its own addresses. */
    public record Addresses(Optional<URI> stream, Optional<URI> rest) {
        public static Addresses own() {
            return new Addresses(Optional.empty(), Optional.empty());
        }
    }
}
