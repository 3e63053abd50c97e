package dev.moa.trading.reconciliation;

import dev.moa.broker.reconciliation.Reconciler;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.value.AccountId;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every account at a broker compared: when its lane opens, after every reconnect and doubt, every minute its orders, every
 * five its positions and cash, and at the end of every session. Each on a thread of its own, so that a broker that is away closes its own accounts only.
 */
@Singleton
class ReconciliationJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationJob.class);

    private final AccountLanes lanes;
    private final Reconciliation reconciliation;
    private final ReconciliationSettings settings;
    private final Clock clock;
    private final Map<AccountId, AccountWatch> watches = new ConcurrentHashMap<>();

    ReconciliationJob(
            AccountLanes lanes,
            Reconciliation reconciliation,
            ReconciliationSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.lanes = lanes;
        this.reconciliation = reconciliation;
        this.settings = settings;
        this.clock = clock;
        meters.gauge("moa_reconciliation_age_seconds", this, ReconciliationJob::oldest);
    }

    @Scheduled(fixedDelay = "${moa.reconciliation.pace:500ms}")
    void run() {
        for (AccountLane lane : lanes.real()) {
            AccountWatch watch = watches.computeIfAbsent(
                    lane.account().id(), id -> new AccountWatch(new Reconciler(id, settings.patience()), settings));
            Instant now = clock.instant();
            AccountWatch.Due due =
                    watch.running ? AccountWatch.Due.NOTHING : watch.due(lane.venue(), sessionEnd(lane, now), now);
            if (due != AccountWatch.Due.NOTHING) {
                watch.running = true;
                Thread.ofVirtual()
                        .name("reconcile-" + lane.account().id())
                        .start(() -> compare(lane, watch, due == AccountWatch.Due.EVERYTHING));
            }
        }
    }

    private static Instant sessionEnd(AccountLane lane, Instant now) {
        return lane.watched().stream()
                .flatMap(id -> VenueRules.instrument(id).hours().lastEnd(now).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void compare(AccountLane lane, AccountWatch watch, boolean everything) {
        try {
            reconciliation.compare(lane, watch, everything);
        } catch (RuntimeException failed) {
            watch.failure = failed.getMessage() == null ? failed.toString() : failed.getMessage();
            LOG.warn("account {} cannot be compared now: {}", lane.account().id(), failed.toString());
        } finally {
            watch.running = false;
        }
    }

    /** When an account was last compared, empty before the first time; and why not since, if so. */
    Optional<Instant> lastCompared(AccountId account) {
        return Optional.ofNullable(watches.get(account)).map(AccountWatch::lastAt);
    }

    private double oldest() {
        Instant now = clock.instant();
        return watches.values().stream()
                .map(AccountWatch::lastAt)
                .filter(at -> at != null)
                .mapToDouble(at -> Duration.between(at, now).toMillis() / 1000.0)
                .max()
                .orElse(0);
    }
}
