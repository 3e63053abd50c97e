package dev.moa.market.quote;

/** Where a price comes from, as told in quotes. */
public enum QuoteSource {
    LIVE("live"),
    REPLAYED_TRADES("replay-trades"),
    REPLAYED_CANDLES("replay-candles");

    private final String code;

    QuoteSource(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
