package dev.moa.domain.order;

import dev.moa.domain.value.StrategyId;

/**
 * Who wanted an order.
 *
 * @param strategy the strategy on whose behalf; null for a person's own orders
 */
public record Origin(Kind kind, StrategyId strategy) {
    public enum Kind {
        /** A person's order ticket. */
        MANUAL,
        /** A strategy's decision on a candle, or an alert sent to it. */
        STRATEGY,
        TAKE_PROFIT,
        STOP_LOSS,
        /** The venue, when a position's margin is used up. */
        LIQUIDATION,
        /** A person closing a position, or the kill switch. */
        CLOSE,
        /** Somebody outside Moa: the broker's own page, another program, a split. */
        EXTERNAL,
        /** Ourselves, before a backup was restored that does not know of it. */
        RECOVERED
    }

    public static Origin manual() {
        return new Origin(Kind.MANUAL, null);
    }

    public static Origin strategy(StrategyId strategy) {
        return new Origin(Kind.STRATEGY, strategy);
    }

    public static Origin of(Kind kind) {
        return new Origin(kind, null);
    }
}
