package dev.moa.broker;

import dev.moa.domain.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One trade of a venue. Price in the quote currency, quantity in the base unit, both above zero and exact.
 *
 * @param id the venue's own id, unique within the instrument
 * @param time when the venue matched it
 * @param taker who took liquidity
 */
public record MarketTrade(
        InstrumentId instrument, long id, Instant time, BigDecimal price, BigDecimal quantity, Taker taker) {
    /** The aggressor of a trade. */
    public enum Taker {
        BUYER,
        SELLER,
        UNKNOWN
    }
}
