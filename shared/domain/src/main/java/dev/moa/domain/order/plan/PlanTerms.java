package dev.moa.domain.order.plan;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a plan was asked to do.
 *
 * @param side of the plan's own orders; of a bracket the entry's
 * @param quantity all of it
 * @param price the limit of an OCO, an iceberg or a bracket's entry (null: at the market); of a DCA the first entry's (null: at the
 *     market)
 * @param stopPrice where an OCO's stop is set off
 * @param takeProfit the target of a bracket; @param stopLoss its stop; at least one of them
 * @param display how much of an iceberg shows
 * @param steps of a DCA, how many entries and how far apart; null for others
 * @param reduceOnly whether it may only make a position smaller
 */
public record PlanTerms(
        PlanKind kind,
        Instrument instrument,
        Side side,
        Quantity quantity,
        Price price,
        Price stopPrice,
        Price takeProfit,
        Price stopLoss,
        Quantity display,
        Steps steps,
        TimeInForce timeInForce,
        Instant expiresAt,
        boolean reduceOnly,
        Origin origin) {

    /**
     * The entries of a DCA. Exactly one of distance and pause is given.
     *
     * @param distance each entry lies so much lower (buying) or higher (selling) than the one before, as a part of the first
     * @param pause each entry comes so much later
     */
    public record Steps(int entries, Percent distance, Duration pause) {
        public Steps {
            require(entries >= 2 && entries <= 50, "entries", "must be between 2 and 50");
            require((distance == null) == (pause != null), "step_pct", "or interval_seconds is needed, not both");
            if (distance != null) {
                distance.within("step_pct", "0.01", "50");
                require(
                        distance.value()
                                        .multiply(BigDecimal.valueOf(entries - 1L))
                                        .compareTo(new BigDecimal("99"))
                                < 0,
                        "step_pct",
                        "leads below zero");
            }
            require(pause == null || pause.toSeconds() >= 1, "interval_seconds", "must be at least 1");
        }
    }

    /** @throws InvalidValue naming the field that is missing or contradicts another */
    public PlanTerms {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(instrument, "instrument");
        require(side != null, "side", "is missing");
        require(quantity != null && !quantity.isZero(), "quantity", "must be above zero");
        timeInForce = timeInForce == null ? TimeInForce.GTC : timeInForce;
        origin = origin == null ? Origin.manual() : origin;
        require(!timeInForce.isImmediate(), "time_in_force", "IOC and FOK are not for orders of several parts");
        require((timeInForce == TimeInForce.GTD) == (expiresAt != null), "expires_at", "belongs to GTD");
        require(kind == PlanKind.OCO || stopPrice == null, "stop_price", "is not for this type");
        require(kind == PlanKind.ICEBERG || display == null, "display_quantity", "is for icebergs");
        require((kind == PlanKind.DCA) == (steps != null), "entries", "belong to DCA");
        require(
                kind == PlanKind.BRACKET || takeProfit == null && stopLoss == null,
                takeProfit != null ? "take_profit" : "stop_loss",
                "is not for this type");
        switch (kind) {
            case OCO -> {
                require(price != null, "price", "is missing");
                require(stopPrice != null, "stop_price", "is missing");
                require(
                        beyond(side, stopPrice, price),
                        "stop_price",
                        "must lie on the other side of the market than price");
            }
            case BRACKET -> {
                require(takeProfit != null || stopLoss != null, "stop_loss", "or take_profit is missing");
                require(!reduceOnly, "reduce_only", "contradicts an entry");
                require(
                        takeProfit == null || stopLoss == null || beyond(side, takeProfit, stopLoss),
                        "take_profit",
                        "must lie on the gaining side of stop_loss");
                require(
                        takeProfit == null || price == null || beyond(side, takeProfit, price),
                        "take_profit",
                        "must lie on the gaining side of price");
                require(
                        stopLoss == null || price == null || beyond(side, price, stopLoss),
                        "stop_loss",
                        "must lie on the losing side of price");
            }
            case ICEBERG -> {
                require(price != null, "price", "is missing");
                require(
                        display != null && !display.isZero() && display.compareTo(quantity) < 0,
                        "display_quantity",
                        "must be above zero and below quantity");
                require(
                        display.value().multiply(new BigDecimal("500")).compareTo(quantity.value()) >= 0,
                        "display_quantity",
                        "must be at least a 500th of quantity");
            }
            case DCA -> require(!reduceOnly, "reduce_only", "contradicts entries");
        }
    }

    /** Whether {@code far} lies above {@code near} when buying, below it when selling. */
    private static boolean beyond(Side side, Price far, Price near) {
        return side.isBuy() ? far.isAbove(near) : far.isBelow(near);
    }

    private static void require(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidValue(field, problem);
        }
    }

    /** The same under other terms; null keeps one. */
    public PlanTerms amended(Quantity newQuantity, Price newPrice, Price newTakeProfit, Price newStop) {
        return new PlanTerms(
                kind,
                instrument,
                side,
                newQuantity == null ? quantity : newQuantity,
                newPrice == null ? price : newPrice,
                kind == PlanKind.OCO && newStop != null ? newStop : stopPrice,
                newTakeProfit == null ? takeProfit : newTakeProfit,
                kind == PlanKind.BRACKET && newStop != null ? newStop : stopLoss,
                display,
                steps,
                timeInForce,
                expiresAt,
                reduceOnly,
                origin);
    }

    /** Whether its time is over. */
    public boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
