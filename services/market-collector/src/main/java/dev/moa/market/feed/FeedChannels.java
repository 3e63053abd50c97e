package dev.moa.market.feed;

import dev.moa.broker.FeedCatalog;
import dev.moa.market.quote.QuoteBoard;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** One channel for each feed of MOA_FEEDS, all on one HTTP client. */
@Singleton
class FeedChannels {
    private final HttpClient http;
    private final List<FeedChannel> channels;

    FeedChannels(FeedSettings settings, LiveQueue queue, QuoteBoard board, GapFiller filler, Clock clock) {
        this.http = settings.feeds().isEmpty()
                ? null
                : HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        FeedChannel.Sinks sinks = new FeedChannel.Sinks(queue, board, filler);
        this.channels = settings.feeds().stream()
                .map(name -> new FeedChannel(
                        FeedCatalog.create(name, http, settings.addresses().get(name)), sinks, clock))
                .toList();
    }

    List<FeedChannel> all() {
        return channels;
    }

    @PreDestroy
    void close() {
        if (http != null) {
            http.shutdownNow();
        }
    }
}
