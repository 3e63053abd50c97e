package dev.moa.platform.health;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Sql;
import dev.moa.platform.sql.SqlFailure;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Without the database nothing can be done, so the service is not ready; asked at most once a second. */
@Singleton
@Readiness
class DatabaseReadiness implements HealthIndicator {

    private static final long FRESH = 1_000_000_000;

    private final Sql sql;
    private final Scheduler threads;
    private volatile Known known;

    DatabaseReadiness(Sql sql, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.sql = sql;
        this.threads = Schedulers.fromExecutorService(threads);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(
                        () -> HealthResult.builder("database", status()).build())
                .subscribeOn(threads);
    }

    private HealthStatus status() {
        Known last = known;
        if (last == null || System.nanoTime() - last.at() > FRESH) {
            last = new Known(ask(), System.nanoTime());
            known = last;
        }
        return last.status();
    }

    private HealthStatus ask() {
        try {
            return sql.one("select 1 as one", rs -> rs.getInt("one")).isPresent() ? HealthStatus.UP : HealthStatus.DOWN;
        } catch (DependencyAway | SqlFailure away) {
            return HealthStatus.DOWN.describe("the database does not answer");
        }
    }

    private record Known(HealthStatus status, long at) {}
}
