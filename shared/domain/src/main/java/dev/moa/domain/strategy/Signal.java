package dev.moa.domain.strategy;

import java.time.Instant;
import java.util.Objects;

/**
 * What a strategy, or an alert sent to one, wants.
 *
 * @param at the moment it was decided for: a candle's close, or the time an alert names
 * @param reason plain English, shown to people
 * @param aim the state that {@link Action#AIM} asks for; null for all others
 */
public record Signal(Action action, Instant at, String reason, Aim aim) {
    public enum Action {
        /** Buy, unless the instrument is held already. */
        ENTER_LONG,
        ENTER_SHORT,
        /** Close whatever is held, and cancel what the strategy still has resting. */
        EXIT,
        /** Buy more, also of what is held. */
        ADD,
        /** Bring the account into the state of {@link Signal#aim}. */
        AIM
    }

    public Signal {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(at, "at");
        if ((action == Action.AIM) != (aim != null)) {
            throw new IllegalArgumentException("an aim belongs to AIM and to nothing else");
        }
    }

    public Signal(Action action, Instant at, String reason) {
        this(action, at, reason, null);
    }

    public static Signal aiming(Aim aim, Instant at, String reason) {
        return new Signal(Action.AIM, at, reason, aim);
    }
}
