package dev.moa.trading.signal;

import dev.moa.platform.json.Json;
import dev.moa.platform.json.UnreadableJson;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * An alert as TradingView sends it; JSON, also when it comes as plain text.
 *
 * @param time TradingView's {@code {{timenow}}}, ISO-8601
 * @param alertId what makes two alerts the same one; without it, their whole text does
 */
@Serdeable
record TradingViewAlert(
        @Nullable String secret,
        @Nullable UUID strategyId,
        @Nullable String action,
        @Nullable String symbol,
        @Nullable BigDecimal price,
        @Nullable String alertId,
        @Nullable String time) {
    private static final Set<String> ACTIONS = Set.of("buy", "sell", "close", "reverse");
    private static final int LONGEST = 200;

    static TradingViewAlert read(String body, Json json) {
        try {
            return json.read(body, TradingViewAlert.class).checked();
        } catch (UnreadableJson unreadable) {
            throw Problem.badRequest("malformed_body", "The alert must be a JSON object, see the template.");
        }
    }

    private TradingViewAlert checked() {
        require(secret != null && secret.length() <= LONGEST, "secret");
        require(strategyId != null, "strategy_id");
        require(symbol != null && !symbol.isBlank() && symbol.length() <= LONGEST, "symbol");
        require(action != null && ACTIONS.contains(verb()), "action");
        require(alertId == null || !alertId.isBlank() && alertId.length() <= LONGEST, "alert_id");
        require(price == null || price.signum() > 0, "price");
        at();
        return this;
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw Problem.invalid().field(field, "is missing or not allowed");
        }
    }

    String verb() {
        return action.strip().toLowerCase(Locale.ROOT);
    }

    Instant at() {
        try {
            return OffsetDateTime.parse(time.strip()).toInstant();
        } catch (DateTimeException | NullPointerException unreadable) {
            throw Problem.invalid().field("time", "must be {{timenow}}, an ISO-8601 time");
        }
    }
}
