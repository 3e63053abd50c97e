package dev.moa.domain.simulation;

import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.time.Instant;
import java.util.Objects;

/**
 * The market at one moment.
 *
 * @param bid the best buyer's price, null when unknown; @param ask the best seller's, likewise
 * @param bidSize how much is wanted at the bid, null when unknown; @param askSize how much is offered at the ask, likewise
 * @param at the time of the price, which for recorded data is long ago
 */
public record Quote(Price last, Price bid, Price ask, Quantity bidSize, Quantity askSize, Instant at) {
    public Quote {
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(at, "at");
    }

    /** Nobody knows how deep the market is. */
    public Quote(Price last, Price bid, Price ask, Instant at) {
        this(last, bid, ask, null, null, at);
    }

    /** Only the last price is known: a market order pays slippage on it. */
    public static Quote last(Price last, Instant at) {
        return new Quote(last, null, null, at);
    }

    /** Whoever trades now gets exactly this price. */
    public static Quote exactly(Price price, Instant at) {
        return new Quote(price, price, price, at);
    }

    /** How much there is at {@link #against} this side; null when unknown. */
    Quantity sizeAgainst(Side side) {
        return side.isBuy() ? askSize : bidSize;
    }

    /** The best price of orders on this side; null when only the last price is known. */
    Price of(Side side) {
        return side.isBuy() ? bid : ask;
    }

    /** What somebody who buys pays, or somebody who sells gets; null when only the last price is known. */
    Price against(Side side) {
        return side.isBuy() ? ask : bid;
    }
}
