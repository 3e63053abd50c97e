package dev.moa.trading.invariant;

import dev.moa.platform.problem.DependencyAway;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every night whether the books are still right; what is not is an alarm for a person, never mended silently. */
@Singleton
class InvariantJob {
    private static final Logger LOG = LoggerFactory.getLogger(InvariantJob.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Invariants invariants;
    private final Counter violations;

    InvariantJob(Invariants invariants, MeterRegistry meters) {
        this.invariants = invariants;
        this.violations = meters.counter("moa_invariant_violations_total");
    }

    @Scheduled(cron = "0 30 3 * * ?")
    void check() {
        try {
            var found = invariants.check(PATIENCE);
            violations.increment(found.size());
            found.forEach(violation -> LOG.error("alarm: {}: {}", violation.invariant(), violation.what()));
            LOG.info("the books were checked: {} violations", found.size());
        } catch (DependencyAway away) {
            LOG.warn("the books could not be checked tonight: {} is away", away.dependency());
        }
    }
}
