package dev.moa.domain.portfolio;

import dev.moa.domain.value.Side;

/** Whether a position gains when the price rises or when it falls. */
public enum Direction {
    LONG,
    SHORT;

    /** The side of the orders that make such a position larger. */
    public Side entry() {
        return this == LONG ? Side.BUY : Side.SELL;
    }

    /** The side of the orders that make it smaller. */
    public Side exit() {
        return entry().opposite();
    }

    /** +1 for long, −1 for short. */
    public int sign() {
        return entry().sign();
    }

    static Direction of(Side entry) {
        return entry.isBuy() ? LONG : SHORT;
    }
}
