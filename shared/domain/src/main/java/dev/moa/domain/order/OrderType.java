package dev.moa.domain.order;

/**
 * How a plain order finds its price. What needs more than one order (one-cancels-other, bracket, iceberg) is a plan
 * ({@code domain.order.plan}), carried out by orders of these types.
 */
public enum OrderType {
    /** At once, at whatever the market asks. */
    MARKET,
    /** At the given price or better; waits in the book. */
    LIMIT,
    /** Sleeps until the price reaches the stop price, then trades as MARKET: sells below, buys above. */
    STOP,
    /** Sleeps until the price reaches the stop price, then waits in the book as LIMIT. */
    STOP_LIMIT,
    /** A STOP whose stop price follows the market at a distance and never goes back. */
    TRAILING_STOP;

    /** Whether it sleeps until a price sets it off. */
    public boolean isTriggered() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }

    /** What it trades as once it was set off; itself for all others. */
    public OrderType plain() {
        return switch (this) {
            case STOP, TRAILING_STOP -> MARKET;
            case STOP_LIMIT -> LIMIT;
            case MARKET, LIMIT -> this;
        };
    }

    /** Whether it names the worst price it will trade at. */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }
}
