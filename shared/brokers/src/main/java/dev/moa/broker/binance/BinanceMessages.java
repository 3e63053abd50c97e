package dev.moa.broker.binance;

import java.math.BigDecimal;
import java.time.Instant;

/** What Binance sends, named as in its documents. */
sealed interface BinanceMessages {
    /** {@code <symbol>@trade}: t id, p price, q quantity, T time of the trade, m buyer is the maker. */
    record Trade(String s, long t, BigDecimal p, BigDecimal q, Instant T, boolean m) implements BinanceMessages {}

    /** {@code <symbol>@bookTicker}: b, B best bid and its size, a, A best ask and its size. */
    record BookTicker(String s, BigDecimal b, BigDecimal B, BigDecimal a, BigDecimal A) implements BinanceMessages {}

    /** The server goes down soon: reconnect now. */
    record ServerShutdown() implements BinanceMessages {}

    /** The answer to a SUBSCRIBE or UNSUBSCRIBE; {@code error} is null when it was accepted. */
    record Reply(String error) implements BinanceMessages {}

    /** One element of {@code GET /api/v3/trades} and {@code /api/v3/historicalTrades}. */
    record OldTrade(long id, BigDecimal price, BigDecimal qty, Instant time, boolean isBuyerMaker) {}
}
