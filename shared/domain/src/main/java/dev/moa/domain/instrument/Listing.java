package dev.moa.domain.instrument;

import java.util.Objects;

/**
 * What kind of thing is traded, and where it is listed: ticks, taxes, price limits and sessions follow from it.
 *
 * @param multiple how many times the price of what it follows it moves: 2 for a leveraged or inverse-2x fund, else 1
 * @param taxed whether its country's taxes and rounding of fees apply; false where the caller's fee is meant to be all
 */
public record Listing(Product product, Market market, int multiple, boolean taxed) {
    public enum Product {
        COIN,
        STOCK,
        ETF,
        ETN,
        ELW,
        /** A futures contract without an end, held on margin. */
        PERPETUAL
    }

    /** The segment of the Korean exchange; {@code OTHER} for everything else. */
    public enum Market {
        KOSPI,
        KOSDAQ,
        KONEX,
        OTHER
    }

    static final Listing COIN = new Listing(Product.COIN, Market.OTHER, 1, false);
    static final Listing FOREIGN_STOCK = new Listing(Product.STOCK, Market.OTHER, 1, false);
    static final Listing PERPETUAL = new Listing(Product.PERPETUAL, Market.OTHER, 1, false);

    public Listing {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(market, "market");
    }

    /** Something listed in Korea that is no fund of several times its index. */
    public static Listing korean(Product product, Market market) {
        return new Listing(product, market, 1, true);
    }

    /** Whether it is listed at the Korean exchange. */
    public boolean isKorean() {
        return market != Market.OTHER;
    }

    Listing untaxed() {
        return new Listing(product, market, multiple, false);
    }
}
