package dev.moa.platform.health;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Sql;
import dev.moa.platform.sql.SqlFailure;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the start until the database has the schema this code was written for: a NAS starts containers in no set order,
 * and migration is a step of its own. Everything that touches the database begins at {@link StartupEvent} or later and
 * so comes after this.
 */
@Singleton
@Requires(property = "moa.schema-version")
@Requires(property = "datasources.default.url")
class SchemaGate implements ApplicationEventListener<StartupEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGate.class);
    private static final String VERSION = "select coalesce(max(version::int), 0) as version from schema_history "
            + "where success and version ~ '^[0-9]{1,9}$'";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Sql sql;
    private final int needed;

    SchemaGate(Sql sql, @Value("${moa.schema-version}") int needed) {
        this.sql = sql;
        this.needed = needed;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        Duration pause = Duration.ofMillis(200);
        while (!isThere()) {
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private boolean isThere() {
        try {
            int version = sql.one(VERSION, rs -> rs.getInt("version")).orElse(0);
            if (version < needed) {
                LOG.info("waiting for schema version {}, the database has {}", needed, version);
            }
            return version >= needed;
        } catch (DependencyAway away) {
            LOG.info("waiting for the database");
            return false;
        } catch (SqlFailure notYet) {
            LOG.info("waiting for the first migration ({})", notYet.getMessage());
            return false;
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the schema", stop);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
