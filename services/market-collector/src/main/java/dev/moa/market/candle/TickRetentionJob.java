package dev.moa.market.candle;

import dev.moa.platform.problem.DependencyAway;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops old days of ticks where the database has no policy of its own for that; candles stay. */
@Singleton
class TickRetentionJob {
    private static final Logger LOG = LoggerFactory.getLogger(TickRetentionJob.class);

    private final TickStore ticks;
    private final int days;

    TickRetentionJob(TickStore ticks, @Value("${moa.market.tick-days:30}") int days) {
        this.ticks = ticks;
        this.days = Math.max(days, 1);
    }

    @Scheduled(fixedDelay = "6h", initialDelay = "10m")
    void run() {
        try {
            int dropped = ticks.dropOld(days);
            if (dropped > 0) {
                LOG.info("dropped {} days of ticks older than {} days", dropped, days);
            }
        } catch (DependencyAway away) {
            LOG.info("old ticks are dropped another time: {}", away.detail());
        }
    }
}
