package dev.moa.domain.order;

/** How an order finds its price. Holds what is supported; further types join here and in the switches that then miss them. */
public enum OrderType {
    /** At once, at whatever the market asks. */
    MARKET,
    /** At the given price or better; waits in the book. */
    LIMIT
}
