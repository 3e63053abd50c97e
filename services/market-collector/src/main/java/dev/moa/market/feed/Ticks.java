package dev.moa.market.feed;

import dev.moa.broker.FeedGap;
import dev.moa.broker.MarketTrade;
import dev.moa.market.candle.Tick;
import java.util.Comparator;
import java.util.List;

/** A feed's trades as ticks. */
final class Ticks {
    private static final Comparator<MarketTrade> IN_ORDER =
            Comparator.comparing(MarketTrade::time).thenComparing(MarketTrade::id);

    private Ticks() {}

    static List<Tick> of(List<MarketTrade> trades) {
        return trades.stream()
                .map(trade -> new Tick(trade.time(), trade.id(), trade.price(), trade.quantity(), side(trade.taker())))
                .toList();
    }

    static FeedGap.Mark last(List<MarketTrade> trades) {
        MarketTrade last = trades.stream().max(IN_ORDER).orElseThrow();
        return new FeedGap.Mark(last.id(), last.time());
    }

    private static Tick.Side side(MarketTrade.Taker taker) {
        return switch (taker) {
            case BUYER -> Tick.Side.BUY;
            case SELLER -> Tick.Side.SELL;
            case UNKNOWN -> null;
        };
    }
}
