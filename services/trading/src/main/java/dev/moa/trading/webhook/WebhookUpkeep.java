package dev.moa.trading.webhook;

import dev.moa.contract.TradingEvents.WebhookSilent;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Sql;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of webhooks that are silent for longer than expected, once per silence; forgets old nonces. */
@Singleton
class WebhookUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookUpkeep.class);

    /** Far beyond the age at which the alert itself is refused. */
    private static final Duration NONCES_KEPT = Duration.ofDays(2);

    private final WebhookStore store;
    private final Outbox outbox;
    private final Sql sql;
    private final Clock clock;

    WebhookUpkeep(WebhookStore store, Outbox outbox, Sql sql, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "20s")
    void run() {
        try {
            tellOfSilence();
            store.forgetNonces(clock.instant().minus(NONCES_KEPT));
        } catch (DependencyAway away) {
            LOG.debug("looked again later: {}", away.detail());
        }
    }

    void tellOfSilence() {
        Instant now = clock.instant();
        sql.inTransaction(() -> store.fallenSilent(now)
                .forEach(silent -> outbox.append(
                        new WebhookSilent(silent.strategyId(), silent.name(), silent.heardAt(), silent.minutes()),
                        silent.strategyId().toString(),
                        silent.userId())));
    }
}
