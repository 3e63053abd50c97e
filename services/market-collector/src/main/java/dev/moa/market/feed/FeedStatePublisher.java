package dev.moa.market.feed;

import dev.moa.platform.live.Live;
import dev.moa.platform.problem.DependencyAway;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the other services how the feeds are: the Redis hash {@code feed:{name}}, at every change and every half minute. */
@Singleton
class FeedStatePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(FeedStatePublisher.class);
    private static final String KEY = "feed:";
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int ROUNDS_BETWEEN_REFRESHES = 30;

    private final FeedChannels channels;
    private final Live live;
    private final Map<String, FeedStatus.State> told = new HashMap<>();
    private int round;

    FeedStatePublisher(FeedChannels channels, Live live) {
        this.channels = channels;
        this.live = live;
    }

    @Scheduled(fixedDelay = "1s")
    void tell() {
        boolean refresh = round++ % ROUNDS_BETWEEN_REFRESHES == 0;
        try {
            for (FeedChannel channel : channels.all()) {
                FeedStatus.State state = channel.status().state();
                String name = channel.feed().name();
                if (refresh || !state.equals(told.get(name))) {
                    live.putHash(
                            KEY + name,
                            Map.of(
                                    "state",
                                    state.state(),
                                    "since",
                                    state.since().toString(),
                                    "detail",
                                    state.detail()),
                            KEPT);
                    told.put(name, state);
                }
            }
        } catch (DependencyAway away) {
            told.clear();
            LOG.debug("feed states wait: {}", away.detail());
        }
    }
}
