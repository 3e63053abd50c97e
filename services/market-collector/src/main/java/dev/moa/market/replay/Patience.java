package dev.moa.market.replay;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a replay wait while the database is away: the file is not going anywhere. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private Patience() {}

    /** Repeats a whole transaction until it succeeds or the replay is cancelled. */
    static void with(CountDownLatch cancelled, Runnable transaction) throws InterruptedException {
        boolean told = false;
        while (cancelled.getCount() > 0) {
            try {
                transaction.run();
                return;
            } catch (DependencyAway away) {
                if (!told) {
                    told = true;
                    LOG.info("the replay waits: {}", away.detail());
                }
            } catch (SqlFailure failure) {
                if (!failure.isTransient()) {
                    throw failure;
                }
            }
            cancelled.await(1, TimeUnit.SECONDS);
        }
    }
}
