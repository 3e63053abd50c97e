package dev.moa.domain.value;

import java.util.Objects;
import java.util.UUID;

/** The identity of a strategy. */
public record StrategyId(UUID value) {
    public StrategyId {
        Objects.requireNonNull(value, "strategy_id");
    }

    /** @throws InvalidValue when the text is not a UUID */
    public static StrategyId of(String text) {
        return new StrategyId(Derived.parse("strategy_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
