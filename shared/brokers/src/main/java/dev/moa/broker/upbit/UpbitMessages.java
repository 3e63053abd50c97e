package dev.moa.broker.upbit;

import java.math.BigDecimal;
import java.time.Instant;

/** What Upbit sends, named as in its documents. */
sealed interface UpbitMessages {
    /** Type {@code trade}; {@code ask_bid} is ASK when the seller took, BID when the buyer did. */
    record Trade(
            String code,
            BigDecimal trade_price,
            BigDecimal trade_volume,
            String ask_bid,
            Instant trade_timestamp,
            long sequential_id)
            implements UpbitMessages {}

    /** Type {@code orderbook}, its first unit only; sizes are null where they are not told. */
    record Orderbook(String code, BigDecimal ask_price, BigDecimal bid_price, BigDecimal ask_size, BigDecimal bid_size)
            implements UpbitMessages {}

    /** The answer to {@code PING}. */
    record Status(String status) implements UpbitMessages {}

    /** A refused request; the connection stays open. */
    record Refusal(String name) implements UpbitMessages {}

    /** One element of {@code GET /v1/trades/ticks}. */
    record Tick(
            BigDecimal trade_price, BigDecimal trade_volume, String ask_bid, Instant timestamp, long sequential_id) {}
}
