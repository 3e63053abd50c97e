package dev.moa.domain.order;

import dev.moa.domain.value.Derived;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.StrategyId;
import java.util.Objects;

/**
 * Who wanted an order.
 *
 * @param strategy the strategy on whose behalf; null for a person's own orders
 * @param leg the part of a plan that it carries out; null for an order that stands alone
 */
public record Origin(Kind kind, StrategyId strategy, Leg leg) {
    public enum Kind {
        /** A person's order ticket. */
        MANUAL,
        /** A strategy's decision on a candle, or an alert sent to it. */
        STRATEGY,
        TAKE_PROFIT,
        STOP_LOSS,
        /** The position's time was up. */
        TIME_STOP,
        /** The venue, when a position's margin is used up. */
        LIQUIDATION,
        /** A person closing a position, or the kill switch. */
        CLOSE,
        /** Somebody outside Moa: the broker's own page, another program, a split. */
        EXTERNAL,
        /** Ourselves, before a backup was restored that does not know of it. */
        RECOVERED
    }

    /**
     * A part of a plan.
     *
     * @param name which part: {@code entry}, {@code stop}, {@code target}, {@code slice}…
     * @param attempt counts the orders that carried out this part, from 1
     * @param exclusive whether it trades instead of, never besides, the plan's other exclusive parts: together they reserve what
     *     the largest needs, and a venue lets at most one of them trade in one price move
     */
    public record Leg(PlanId plan, String name, int attempt, boolean exclusive) {
        public Leg {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(name, "name");
        }

        /** The same for every run of the same plan, so that a repeated step cannot make a second order. */
        public String clientOrderId() {
            return Derived.uuid(Derived.timeOf(plan.value()), "plan " + plan + " " + name + " " + attempt)
                    .toString();
        }

        /** Whether the other trades instead of this one. */
        public boolean excludes(Leg other) {
            return other != null && exclusive && other.exclusive && plan.equals(other.plan);
        }
    }

    public Origin {
        Objects.requireNonNull(kind, "kind");
    }

    public static Origin manual() {
        return new Origin(Kind.MANUAL, null, null);
    }

    public static Origin strategy(StrategyId strategy) {
        return new Origin(Kind.STRATEGY, strategy, null);
    }

    public static Origin of(Kind kind) {
        return new Origin(kind, null, null);
    }

    /** The same person's or strategy's wish, as a part of a plan. */
    public Origin as(Kind itsKind, Leg itsLeg) {
        return new Origin(itsKind, strategy, itsLeg);
    }
}
