package dev.moa.domain.value;

import java.util.Objects;
import java.util.UUID;

/** The identity of a position. */
public record PositionId(UUID value) {
    public PositionId {
        Objects.requireNonNull(value, "position_id");
    }

    /** @throws InvalidValue when the text is not a UUID */
    public static PositionId of(String text) {
        return new PositionId(Derived.parse("position_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
