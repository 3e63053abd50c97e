package dev.moa.market.quote;

import java.math.BigDecimal;
import java.time.Instant;

/** What happened to a price since it was last told: where it is now, how far it went, how much was traded. */
public record PriceMove(
        QuoteSource source, Instant time, BigDecimal price, BigDecimal low, BigDecimal high, BigDecimal volume) {

    public static PriceMove trade(QuoteSource source, Instant time, BigDecimal price, BigDecimal quantity) {
        return new PriceMove(source, time, price, price, price, quantity);
    }

    /** This one and then a later one, as one. */
    public PriceMove then(PriceMove later) {
        return new PriceMove(
                later.source,
                later.time,
                later.price,
                low.min(later.low),
                high.max(later.high),
                volume.add(later.volume));
    }
}
