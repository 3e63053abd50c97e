package dev.moa.trading.webhook;

import dev.moa.contract.TradingEvents.WebhookSequence;
import dev.moa.crypto.token.Tokens;
import dev.moa.platform.Ids;
import dev.moa.platform.live.Live;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.signal.SignalExecution;
import dev.moa.trading.signal.Signals;
import dev.moa.trading.signal.StoredSignal;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores each alert once, with what was odd about it. What it leads to is decided after. */
@Singleton
class AlertIntake {
    private static final Logger LOG = LoggerFactory.getLogger(AlertIntake.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final Signals signals;
    private final SignalExecution execution;
    private final WebhookStore store;
    private final Outbox outbox;
    private final Sql sql;
    private final Live live;
    private final Clock clock;

    AlertIntake(
            Signals signals,
            SignalExecution execution,
            WebhookStore store,
            Outbox outbox,
            Sql sql,
            Live live,
            Clock clock) {
        this.signals = signals;
        this.execution = execution;
        this.store = store;
        this.outbox = outbox;
        this.sql = sql;
        this.live = live;
        this.clock = clock;
    }

    /** @return the id of the signal; of the first one when this alert was here before */
    UUID receive(Strategy strategy, Alert alert, String body) {
        String hash = Tokens.sha256Hex(body);
        String key = alert.has("alert_id") ? "alert " + alert.text("alert_id") : "body " + hash;
        String known = "alert:" + strategy.id() + ":" + Tokens.sha256Hex(key + hash);
        Optional<UUID> lately = live.get(known).map(UUID::fromString);
        if (lately.isPresent()) {
            return lately.get();
        }
        UUID id = stored(strategy, alert, key, hash);
        try {
            live.set(known, id.toString(), REMEMBERED);
        } catch (DependencyAway redis) {
            LOG.debug("a repeated alert will be found in the database: {}", redis.getMessage());
        }
        return id;
    }

    private UUID stored(Strategy strategy, Alert alert, String key, String hash) {
        UUID strategyId = strategy.id().value();
        Instant now = clock.instant();
        StoredSignal[] fresh = new StoredSignal[1];
        UUID id = sql.inTransaction(() -> {
            WebhookStore.Listening listening = store.hold(strategyId, strategy.userId(), now);
            Optional<UUID> earlier = signals.find(strategyId, key);
            boolean isNew = !alert.has("nonce") || store.take(strategyId, alert.text("nonce"), hash, now);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            if (!isNew) {
                throw Problem.conflict("nonce_used", "This nonce was used for another alert.");
            }
            Sequence sequence = Sequence.of(listening.lastSeq(), alert.seq());
            store.heard(strategyId, alert.seq(), now);
            StoredSignal signal = signal(strategy, alert, key, sequence.notes());
            signals.receive(signal);
            if (sequence.isOdd()) {
                tell(strategy, listening, sequence);
            }
            if (sequence.isOdd() && listening.sequencePolicy().equals("refuse")) {
                signals.refuse(signal, sequence.notes());
            } else {
                fresh[0] = signal;
            }
            return signal.id();
        });
        if (fresh[0] != null) {
            execution.begin(fresh[0]);
        }
        return id;
    }

    /** Somebody is there: that is all it says. */
    void heartbeat(Strategy strategy, Alert alert) {
        Instant now = clock.instant();
        UUID strategyId = strategy.id().value();
        sql.inTransaction(() -> {
            WebhookStore.Listening listening = store.hold(strategyId, strategy.userId(), now);
            Sequence sequence = Sequence.of(listening.lastSeq(), alert.seq());
            store.heard(strategyId, alert.seq(), now);
            if (sequence.isOdd()) {
                tell(strategy, listening, sequence);
            }
        });
    }

    private void tell(Strategy strategy, WebhookStore.Listening listening, Sequence sequence) {
        outbox.append(
                new WebhookSequence(
                        strategy.id().value(),
                        strategy.name(),
                        sequence.expected(),
                        sequence.got(),
                        listening.sequencePolicy().equals("refuse")),
                strategy.id().toString(),
                strategy.userId());
    }

    private StoredSignal signal(Strategy strategy, Alert alert, String key, List<String> notes) {
        return new StoredSignal(
                Ids.next(),
                strategy.id().value(),
                strategy.userId(),
                "tradingview",
                key,
                strategy.instrument().id().toString(),
                alert.action(),
                alert.price(),
                alert.time(),
                clock.instant(),
                new StoredSignal.Alert(alert.seq(), alert.barTime(), notes));
    }
}
