package dev.moa.domain.order;

import dev.moa.domain.value.Quantity;

/** How much of an order is filled: the "by quantity" of the transition table. */
public enum Progress {
    NOTHING,
    SOME,
    ALL;

    static Progress of(Quantity filled, Quantity ordered) {
        if (filled.isZero()) {
            return NOTHING;
        }
        return filled.compareTo(ordered) < 0 ? SOME : ALL;
    }

    /** The state of an order that is known to be open at the venue, or complete. */
    OrderStatus status() {
        return switch (this) {
            case NOTHING -> OrderStatus.ACCEPTED;
            case SOME -> OrderStatus.PARTIALLY_FILLED;
            case ALL -> OrderStatus.FILLED;
        };
    }
}
