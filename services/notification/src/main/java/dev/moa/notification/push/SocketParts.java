package dev.moa.notification.push;

import dev.moa.notification.live.LiveEvents;
import dev.moa.notification.price.LatestPrices;
import dev.moa.platform.json.Json;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every connection works with. */
@Singleton
class SocketParts {
    private final Sockets sockets;
    private final SignIn signIn;
    private final LiveEvents events;
    private final LatestPrices prices;
    private final Frames frames;
    private final Json json;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Logger log = LoggerFactory.getLogger(Connection.class);

    SocketParts(
            Sockets sockets,
            SignIn signIn,
            LiveEvents events,
            LatestPrices prices,
            Frames frames,
            Json json,
            Clock clock) {
        this.sockets = sockets;
        this.signIn = signIn;
        this.events = events;
        this.prices = prices;
        this.frames = frames;
        this.json = json;
        this.clock = clock;
    }

    Sockets sockets() {
        return sockets;
    }

    SignIn signIn() {
        return signIn;
    }

    LiveEvents events() {
        return events;
    }

    LatestPrices prices() {
        return prices;
    }

    Frames frames() {
        return frames;
    }

    Json json() {
        return json;
    }

    Clock clock() {
        return clock;
    }

    Executor threads() {
        return threads;
    }

    Logger log() {
        return log;
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
