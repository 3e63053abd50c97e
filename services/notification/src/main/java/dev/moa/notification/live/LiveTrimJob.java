package dev.moa.notification.live;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the streams bounded; whoever was away longer is told to read everything anew. */
@Singleton
class LiveTrimJob {
    static final Duration KEEP = Duration.ofHours(24);
    static final long MOST = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(LiveTrimJob.class);

    private final LiveEventStore store;
    private final Clock clock;

    LiveTrimJob(LiveEventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "10m")
    void trim() {
        int gone = store.trim(clock.instant().minus(KEEP), MOST);
        LOG.debug("{} old live events removed", gone);
    }
}
