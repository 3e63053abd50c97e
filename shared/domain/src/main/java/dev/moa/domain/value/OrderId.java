package dev.moa.domain.value;

import java.util.Objects;
import java.util.UUID;

/** The identity of an order. */
public record OrderId(UUID value) {
    public OrderId {
        Objects.requireNonNull(value, "order_id");
    }

    /** @throws InvalidValue when the text is not a UUID */
    public static OrderId of(String text) {
        return new OrderId(Derived.parse("order_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
