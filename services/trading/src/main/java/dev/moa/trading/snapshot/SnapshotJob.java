package dev.moa.trading.snapshot;

import dev.moa.domain.value.AccountId;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that every day that has ended (in {@code MOA_TZ}) has its snapshot, also after the process was away. */
@Singleton
class SnapshotJob {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotJob.class);

    private final AccountLanes lanes;
    private final Snapshots snapshots;
    private final Map<AccountId, LocalDate> doneFor = new ConcurrentHashMap<>();

    SnapshotJob(AccountLanes lanes, Snapshots snapshots) {
        this.lanes = lanes;
        this.snapshots = snapshots;
    }

    @Scheduled(initialDelay = "20s", fixedDelay = "30s")
    void run() {
        LocalDate today = snapshots.today();
        for (AccountLane lane : lanes.open()) {
            if (!today.equals(doneFor.get(lane.account().id()))) {
                take(lane, today);
            }
        }
    }

    /** One account's trouble is not another's; what failed is tried again at the next run. */
    private void take(AccountLane lane, LocalDate today) {
        try {
            snapshots.take(lane, today);
            doneFor.put(lane.account().id(), today);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "the daily snapshot of account {} waits: {}", lane.account().id(), failure.toString());
        }
    }
}
