package dev.moa.trading.signal;

import dev.moa.contract.TradingEvents.SignalReceived;
import dev.moa.crypto.token.Tokens;
import dev.moa.platform.Ids;
import dev.moa.platform.live.Live;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.strategy.Strategies;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes alerts: checks who sent them and how old they are, stores each once. What they lead to is decided after. */
@Singleton
class SignalIntake {
    private static final Logger LOG = LoggerFactory.getLogger(SignalIntake.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Strategies strategies;
    private final SignalStore store;
    private final SignalExecution execution;
    private final Outbox outbox;
    private final Sql sql;
    private final Live live;
    private final CommonSettings settings;
    private final Clock clock;

    SignalIntake(
            Strategies strategies,
            SignalStore store,
            SignalExecution execution,
            Outbox outbox,
            Sql sql,
            Live live,
            CommonSettings settings,
            Clock clock) {
        this.strategies = strategies;
        this.store = store;
        this.execution = execution;
        this.outbox = outbox;
        this.sql = sql;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the id of the signal; of the first one when this alert was here before */
    UUID receive(TradingViewAlert alert, String body) {
        Strategy strategy = authenticated(alert);
        limit(strategy);
        checkAge(alert);
        checkSymbol(alert, strategy);
        StoredSignal signal = new StoredSignal(
                Ids.next(),
                strategy.id().value(),
                strategy.userId(),
                "tradingview",
                alert.alertId() == null ? "body " + Tokens.sha256Hex(body) : "alert " + alert.alertId(),
                strategy.instrument().id().toString(),
                alert.verb(),
                alert.price(),
                alert.at(),
                clock.instant());
        Optional<UUID> earlier = sql.inTransaction(() -> {
            Optional<UUID> known = store.addOrFind(signal);
            if (known.isEmpty()) {
                outbox.append(
                        new SignalReceived(
                                signal.id(),
                                signal.strategyId(),
                                signal.instrument(),
                                signal.action(),
                                signal.source()),
                        signal.id().toString(),
                        signal.userId());
            }
            return known;
        });
        if (earlier.isEmpty()) {
            execution.begin(signal);
        }
        return earlier.orElse(signal.id());
    }

    /** An unknown strategy and a wrong secret look the same. */
    private Strategy authenticated(TradingViewAlert alert) {
        Strategy strategy = strategies.find(alert.strategyId()).orElse(null);
        String expected = strategy == null || strategy.webhookSecretHash() == null ? "" : strategy.webhookSecretHash();
        if (!Tokens.equal(expected, Tokens.sha256Hex(alert.secret()))) {
            throw Problem.of(401, "wrong_secret", "The secret does not fit the strategy.");
        }
        return strategy;
    }

    private void limit(Strategy strategy) {
        long minute = clock.instant().getEpochSecond() / MINUTE.toSeconds();
        try {
            long alerts = live.increment("webhook:" + strategy.id() + ":" + minute, MINUTE);
            if (alerts > settings.rateLimits().webhook()) {
                throw Problem.of(429, "too_many_alerts", "This strategy gets too many alerts.")
                        .retryAfter(MINUTE);
            }
        } catch (DependencyAway redis) {
            // Each alert still acts once, and every order meets the risk limits.
            LOG.info("alerts are not counted: {}", redis.getMessage());
        }
    }

    private void checkAge(TradingViewAlert alert) {
        Instant now = clock.instant();
        if (Duration.between(alert.at(), now).abs().compareTo(WINDOW) > 0) {
            throw Problem.refused("alert_too_old", "The alert's time is more than five minutes away from now.");
        }
    }

    private static void checkSymbol(TradingViewAlert alert, Strategy strategy) {
        String symbol = alert.symbol().strip();
        var id = strategy.instrument().id();
        if (!symbol.equalsIgnoreCase(id.toString()) && !symbol.equalsIgnoreCase(id.symbol())) {
            throw Problem.refused("symbol_mismatch", "The strategy trades " + id + ".");
        }
    }

    Page<SignalView> list(UUID userId, PageRequest page) {
        return store.ofUser(userId, page);
    }
}
