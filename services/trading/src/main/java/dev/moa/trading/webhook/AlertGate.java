package dev.moa.trading.webhook;

import dev.moa.platform.live.Live;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an alert in: sent by somebody who may, not too often, fresh, and about the strategy's own instrument. */
@Singleton
class AlertGate {
    private static final Logger LOG = LoggerFactory.getLogger(AlertGate.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AlertKeys keys;
    private final Live live;
    private final CommonSettings settings;
    private final Clock clock;

    AlertGate(AlertKeys keys, Live live, CommonSettings settings, Clock clock) {
        this.keys = keys;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    Strategy admit(Alert alert) {
        Strategy strategy = keys.sender(alert);
        limit(strategy);
        checkAge(alert.time());
        if (alert.has("signature")) {
            checkSigned(alert);
        }
        if (!alert.isHeartbeat()) {
            checkSymbol(alert, strategy);
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

    private void checkSigned(Alert alert) {
        if (!alert.has("nonce") || alert.text("nonce").length() < 8) {
            throw Problem.invalid().field("nonce", "must have 8 characters at least in a signed alert");
        }
        try {
            checkAge(Instant.ofEpochMilli(Long.parseLong(alert.text("timestamp"))));
        } catch (NumberFormatException unreadable) {
            throw Problem.invalid().field("timestamp", "must be the time in milliseconds since 1970");
        }
    }

    private void checkAge(Instant time) {
        if (Duration.between(time, clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw Problem.refused("alert_too_old", "The alert's time is more than five minutes away from now.");
        }
    }

    private static void checkSymbol(Alert alert, Strategy strategy) {
        String symbol = alert.text("symbol");
        var id = strategy.instrument().id();
        if (!symbol.equalsIgnoreCase(id.toString()) && !symbol.equalsIgnoreCase(id.symbol())) {
            throw Problem.refused("symbol_mismatch", "The strategy trades " + id + ".");
        }
    }
}
