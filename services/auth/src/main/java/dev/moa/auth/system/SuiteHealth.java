package dev.moa.auth.system;

import dev.moa.platform.identity.InnerClient;
import dev.moa.platform.identity.InnerClient.Peer;
import dev.moa.platform.live.Live;
import dev.moa.platform.problem.Problem;
import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Asks every service whether it is ready, at most every two seconds however often one asks here. */
@Singleton
class SuiteHealth {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";
    private static final String UNKNOWN = "UNKNOWN";

    private final InnerClient inner;
    private final Live live;
    private final ExecutorService threads;
    private final Clock clock;
    private final List<String> feeds;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Report last = new Report(false, Map.of(), Instant.MIN);

    SuiteHealth(
            InnerClient inner,
            Live live,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads,
            @Property(name = "moa.feeds", defaultValue = "binance,upbit") String feeds,
            Clock clock) {
        this.inner = inner;
        this.live = live;
        this.threads = threads;
        this.clock = clock;
        this.feeds = Stream.concat(Arrays.stream(feeds.split(",")), Stream.of("replay"))
                .map(String::strip)
                .filter(feed -> !feed.isEmpty() && !feed.equals("none"))
                .toList();
    }

    Report report() {
        asking.lock();
        try {
            if (!clock.instant().isBefore(last.at().plus(FRESH))) {
                last = ask();
            }
            return last;
        } finally {
            asking.unlock();
        }
    }

    private Report ask() {
        Map<Peer, CompletableFuture<String>> answers = new LinkedHashMap<>();
        for (Peer peer : Peer.values()) {
            answers.put(peer, CompletableFuture.supplyAsync(() -> state(peer), threads));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        answers.forEach((peer, state) -> details.put(peer.word(), part(peer.word(), state.join(), null)));
        boolean up = answers.values().stream().allMatch(state -> state.join().equals(UP));
        for (String feed : feeds) {
            live.hash("feed:" + feed).ifPresent(said -> details.put("feed_" + feed, feed(feed, said)));
        }
        return new Report(up, details, clock.instant());
    }

    private String state(Peer peer) {
        try {
            return UP.equals(inner.get(peer, "/health/readiness", Map.class).get("status")) ? UP : DOWN;
        } catch (Problem away) {
            return DOWN;
        }
    }

    /** A feed that is away is no failure of ours: it is shown, and nothing else suffers. */
    private static Map<String, Object> feed(String name, Map<String, String> said) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (String member : List.of("state", "since", "detail")) {
            if (said.containsKey(member)) {
                shown.put(member, said.get(member));
            }
        }
        return part("feed_" + name, "ok".equals(said.get("state")) ? UP : UNKNOWN, shown);
    }

    private static Map<String, Object> part(String name, String status, Map<String, Object> details) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("name", name);
        part.put("status", status);
        if (details != null) {
            part.put("details", details);
        }
        return part;
    }

    /** @param details by name, each in the form of the framework's health answers */
    record Report(boolean isUp, Map<String, Object> details, Instant at) {

        String status() {
            return isUp ? UP : DOWN;
        }
    }
}
