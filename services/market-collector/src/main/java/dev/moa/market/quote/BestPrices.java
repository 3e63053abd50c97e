package dev.moa.market.quote;

import java.math.BigDecimal;

/** The top of a live book. @param bidSize what is wanted at the bid, null when unknown; @param askSize offered at the ask, likewise */
public record BestPrices(BigDecimal bid, BigDecimal ask, BigDecimal bidSize, BigDecimal askSize) {
    static final BestPrices UNKNOWN = new BestPrices(null, null, null, null);

    boolean samePrices(BestPrices other) {
        return bid != null && bid.equals(other.bid) && ask.equals(other.ask);
    }
}
