package dev.moa.domain.strategy;

import java.time.Instant;
import java.util.Objects;

/**
 * What a strategy, or an alert sent to one, wants.
 *
 * @param at the moment it was decided for: a candle's close, or the time an alert names
 * @param reason plain English, shown to people
 */
public record Signal(Action action, Instant at, String reason) {
    public enum Action {
        ENTER_LONG,
        ENTER_SHORT,
        /** Close whatever is held. */
        EXIT
    }

    public Signal {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(at, "at");
    }
}
