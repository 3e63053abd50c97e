package dev.moa.domain.simulation;

import dev.moa.domain.value.Price;
import dev.moa.domain.value.Side;
import java.time.Instant;
import java.util.Objects;

/**
 * The market at one moment.
 *
 * @param bid the best buyer's price, null when unknown; @param ask the best seller's, likewise
 * @param at the time of the price, which for recorded data is long ago
 */
public record Quote(Price last, Price bid, Price ask, Instant at) {
    public Quote {
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(at, "at");
    }

    /** Only the last price is known: a market order pays slippage on it. */
    public static Quote last(Price last, Instant at) {
        return new Quote(last, null, null, at);
    }

    /** Whoever trades now gets exactly this price. */
    public static Quote exactly(Price price, Instant at) {
        return new Quote(price, price, price, at);
    }

    /** What somebody who buys pays, or somebody who sells gets; null when only the last price is known. */
    Price against(Side side) {
        return side.isBuy() ? ask : bid;
    }
}
