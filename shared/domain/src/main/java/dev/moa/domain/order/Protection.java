package dev.moa.domain.order;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Where the position that an order opens shall be closed by itself. Percentages are distances from its average entry price; where
 * a price is given too, the price counts.
 *
 * @param takeProfit null for none; @param stopLoss null for none
 * @param takeProfitPrice null for none; @param stopLossPrice null for none
 * @param trail the distance at which the stop follows the market; null for none
 * @param ladder targets that each close a part; may be empty
 * @param breakEven at how much profit the stop moves to the entry price; null for never
 * @param timeStop how long it may stay open at most; null for as long as it likes
 */
public record Protection(
        Percent takeProfit,
        Percent stopLoss,
        Price takeProfitPrice,
        Price stopLossPrice,
        Trail trail,
        List<Rung> ladder,
        Percent breakEven,
        Duration timeStop) {
    public static final Protection NONE = new Protection(null, null);

    /**
     * One target of a ladder: exactly one of distance and price is given.
     *
     * @param share how much of everything entered it closes, in percent
     */
    public record Rung(Percent distance, Price price, Percent share) {
        /** @throws InvalidValue naming {@code ladder} when the parts make no sense */
        public Rung {
            if ((distance == null) == (price == null)) {
                throw new InvalidValue("ladder", "needs either a percentage or a price in each step");
            }
            if (distance != null) {
                distance.within("ladder", "0.01", "1000");
            }
            if (share == null) {
                throw new InvalidValue("ladder", "needs a share in each step");
            }
            share.within("ladder", "0.01", "100");
        }
    }

    /** @throws InvalidValue naming the field unless each distance lies in its range and the ladder closes at most everything */
    public Protection {
        if (takeProfit != null) {
            takeProfit.within("take_profit", "0.01", "1000");
        }
        if (stopLoss != null) {
            stopLoss.within("stop_loss", "0.01", "100");
        }
        if (breakEven != null) {
            breakEven.within("break_even", "0.01", "1000");
        }
        if (timeStop != null && (timeStop.isNegative() || timeStop.isZero())) {
            throw new InvalidValue("time_stop", "must be above zero");
        }
        ladder = ladder == null ? List.of() : List.copyOf(ladder);
        BigDecimal shares = ladder.stream().map(rung -> rung.share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (ladder.size() > 20 || shares.compareTo(new BigDecimal("100")) > 0) {
            throw new InvalidValue("ladder", "may have at most 20 steps that close 100 % together");
        }
    }

    /** Distances only; null for none. */
    public Protection(Percent takeProfit, Percent stopLoss) {
        this(takeProfit, stopLoss, null, null, null, List.of(), null, null);
    }

    /** Prices only; null for none. */
    public static Protection at(Price takeProfit, Price stopLoss) {
        return new Protection(null, null, takeProfit, stopLoss, null, List.of(), null, null);
    }

    public Protection trailing(Trail distance) {
        return new Protection(
                takeProfit, stopLoss, takeProfitPrice, stopLossPrice, distance, ladder, breakEven, timeStop);
    }

    public Protection withLadder(List<Rung> rungs) {
        return new Protection(takeProfit, stopLoss, takeProfitPrice, stopLossPrice, trail, rungs, breakEven, timeStop);
    }

    public Protection withBreakEven(Percent profit) {
        return new Protection(takeProfit, stopLoss, takeProfitPrice, stopLossPrice, trail, ladder, profit, timeStop);
    }

    public Protection withTimeStop(Duration longest) {
        return new Protection(takeProfit, stopLoss, takeProfitPrice, stopLossPrice, trail, ladder, breakEven, longest);
    }

    /** Whether it asks for anything but distances of one target and one stop. */
    public boolean isPlain() {
        return equals(new Protection(takeProfit, stopLoss));
    }
}
