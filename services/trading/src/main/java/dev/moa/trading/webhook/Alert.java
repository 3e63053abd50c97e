package dev.moa.trading.webhook;

import dev.moa.platform.json.Decimals;
import dev.moa.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An alert as TradingView sends it: fields as they were written, JSON or text.
 *
 * @param fields by name; values as plain text
 */
record Alert(Map<String, String> fields) {
    static final String HEARTBEAT = "heartbeat";

    private static final Set<String> ACTIONS = Set.of("buy", "sell", "close", "reverse", HEARTBEAT);
    private static final int LONGEST = 200;

    /** Everything but who sent it. */
    Alert checked() {
        strategyId();
        require(ACTIONS.contains(action()), "action", "must be buy, sell, close, reverse or heartbeat");
        require(isHeartbeat() || has("symbol"), "symbol", "is missing");
        require(price() == null || price().signum() > 0, "price", "must be above zero");
        require(seq() == null || seq() >= 0, "seq", "must not be below zero");
        time();
        barTime();
        isDryRun();
        return this;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        String value = fields.get(name);
        require(value == null || value.length() <= LONGEST, name, "is too long");
        return value == null ? "" : value;
    }

    UUID strategyId() {
        try {
            return UUID.fromString(text("strategy_id"));
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid().field("strategy_id", "is missing or no id");
        }
    }

    String action() {
        return text("action").toLowerCase(Locale.ROOT);
    }

    boolean isHeartbeat() {
        return action().equals(HEARTBEAT);
    }

    BigDecimal price() {
        return has("price") ? number("price") : null;
    }

    Long seq() {
        try {
            return has("seq") ? Long.valueOf(number("seq").longValueExact()) : null;
        } catch (ArithmeticException broken) {
            throw Problem.invalid().field("seq", "must be a whole number");
        }
    }

    /** TradingView's {{timenow}}. */
    Instant time() {
        return moment("time");
    }

    /** TradingView's {{time}}: the bar; null when the alert does not say. */
    Instant barTime() {
        return has("bar_time") ? moment("bar_time") : null;
    }

    boolean isDryRun() {
        return switch (text("dry_run")) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Problem.invalid().field("dry_run", "must be true or false");
        };
    }

    private BigDecimal number(String name) {
        try {
            return Decimals.parse(text(name));
        } catch (RuntimeException unreadable) {
            throw Problem.invalid().field(name, "must be a number");
        }
    }

    private Instant moment(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException unreadable) {
            throw Problem.invalid()
                    .field(name, "must be an ISO-8601 time" + (name.equals("time") ? ": {{timenow}}" : ""));
        }
    }

    private static void require(boolean holds, String field, String problem) {
        if (!holds) {
            throw Problem.invalid().field(field, problem);
        }
    }
}
