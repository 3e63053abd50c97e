package dev.moa.platform.outbox;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Sql;
import dev.moa.platform.sql.SqlFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the outbox and removes what is past its time, in small portions: sent facts and keys after 7 days. */
@Singleton
class Upkeep implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int PORTION = 1000;
    private static final int MOST_PORTIONS = 20;
    private static final Duration EVERY = Duration.ofSeconds(15);
    /** Twice the outbox's seven days: no fact can come back after its memory is gone. */
    private static final String OLD_INBOX = "delete from inbox where (queue, event_id) in "
            + "(select queue, event_id from inbox where at < now() - interval '14 days' order by at limit ?)";

    private static final String OLD_KEYS = "delete from idempotency where (user_id, route, key) in "
            + "(select user_id, route, key from idempotency where created_at < now() - interval '7 days' "
            + "order by created_at limit ?)";

    private final OutboxTable outbox;
    private final Sql sql;
    private final Semaphore stop = new Semaphore(0);
    private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, 0);

    Upkeep(OutboxTable outbox, Sql sql, MeterRegistry meters) {
        this.outbox = outbox;
        this.sql = sql;
        Gauge.builder("moa_outbox_depth", () -> backlog.depth()).register(meters);
        Gauge.builder("moa_outbox_age_seconds", () -> backlog.age()).register(meters);
    }

    @Override
    public String name() {
        return "outbox-upkeep";
    }

    @Override
    public void run() throws InterruptedException {
        while (!stop.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                round();
            } catch (DependencyAway away) {
                LOG.debug("upkeep waits for {}", away.dependency());
            } catch (SqlFailure failure) {
                LOG.warn("upkeep failed, it is tried again", failure);
            }
        }
    }

    @Override
    public void stop() {
        stop.release();
    }

    void round() {
        backlog = outbox.backlog();
        clean(() -> outbox.removeOld(PORTION));
        clean(() -> sql.update(OLD_INBOX, PORTION));
        clean(() -> sql.update(OLD_KEYS, PORTION));
    }

    private static void clean(IntSupplier portion) {
        for (int i = 0; i < MOST_PORTIONS && portion.getAsInt() == PORTION; i++) {
            LOG.debug("more is past its time");
        }
    }

    OutboxTable.Backlog backlog() {
        return backlog;
    }
}
