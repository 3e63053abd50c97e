package dev.moa.domain.value;

import java.util.Objects;
import java.util.UUID;

/** Names a plan: an order that is carried out by several plain ones. */
public record PlanId(UUID value) {
    public PlanId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws InvalidValue when the text is no UUID */
    public static PlanId of(String text) {
        return new PlanId(Derived.parse("plan_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
