package dev.moa.platform.outbox;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import dev.moa.platform.sql.SqlFailure;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what RabbitMQ never delivered: facts in the producers' published outboxes that are older than a while and not
 * in this consumer's inbox. The first sweep reads the whole seven days, later ones only what is younger than the last.
 */
final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int PORTION = 500;
    /** A row may be committed this much later than it was written. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final String MISSING = "select o.id, o.body from %s.outbox_v1 o "
            + "where o.name = any(?::text[]) and o.id > ? and o.at > ? "
            + "and o.at > now() - interval '7 days' and o.at < now() - make_interval(secs => ?) "
            + "and not exists (select 1 from inbox i where i.queue = ? and i.event_id = o.event_id) "
            + "order by o.id limit ?";

    private final Sql sql;
    private final QueueName queue;
    private final Understanding understanding;
    private final Patience patience;
    private final SweepSettings settings;
    private final Counter swept;
    private final Map<String, Instant> sweptUntil = new HashMap<>();

    Sweeper(Context context, QueueName queue, Understanding understanding, Patience patience) {
        this.sql = context.sql();
        this.settings = context.settings();
        this.queue = queue;
        this.understanding = understanding;
        this.patience = patience;
        this.swept = Counter.builder("moa_swept").tag("queue", queue.live()).register(context.meters());
    }

    void sweep() throws InterruptedException {
        for (String producer : understanding.producers()) {
            try {
                Instant begun = sql.one("select now() as now", rs -> Columns.instant(rs, "now"))
                        .orElseThrow();
                if (sweep(producer)) {
                    sweptUntil.put(producer, begun.minus(settings.olderThan()).minus(OVERLAP));
                }
            } catch (DependencyAway away) {
                LOG.debug("the sweep of {} waits for {}", queue, away.dependency());
            } catch (SqlFailure failure) {
                LOG.warn(
                        "{} cannot read the outbox of {}: {}",
                        queue,
                        producer,
                        failure.getCause().getMessage());
            }
        }
    }

    /** True when everything missing has been settled. */
    private boolean sweep(String producer) throws InterruptedException {
        boolean complete = true;
        List<Missing> missing = List.of();
        long after = 0;
        do {
            missing = missing(producer, after);
            for (Missing one : missing) {
                boolean settled = patience.settle(new ArrayList<>(List.of(one.body())));
                if (settled) {
                    swept.increment();
                    LOG.info("{} fetched a fact of {} that RabbitMQ did not bring", queue, producer);
                }
                complete &= settled;
                after = one.id();
            }
        } while (missing.size() == PORTION);
        return complete;
    }

    private List<Missing> missing(String producer, long after) {
        return sql.list(
                MISSING.formatted(producer),
                rs -> new Missing(rs.getLong("id"), rs.getString("body")),
                List.copyOf(understanding.names()),
                after,
                sweptUntil.getOrDefault(producer, Instant.EPOCH),
                settings.olderThan().toMillis() / 1000.0,
                queue.live(),
                PORTION);
    }

    private record Missing(long id, String body) {}

    /** What a sweeper shares with all others. */
    record Context(Sql sql, SweepSettings settings, io.micrometer.core.instrument.MeterRegistry meters) {}
}
