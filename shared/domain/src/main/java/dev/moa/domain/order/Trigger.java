package dev.moa.domain.order;

import dev.moa.domain.value.Price;

/**
 * What sets a sleeping order off.
 *
 * @param stopPrice the price that must be reached; of a trailing stop where it stands now, null until it begins to follow
 * @param trail the distance of a trailing stop; null for the others
 * @param activationPrice from where on a trailing stop follows; null for at once
 */
public record Trigger(Price stopPrice, Trail trail, Price activationPrice) {
    public static final Trigger NONE = new Trigger(null, null, null);

    /** Set off when this price is reached. */
    public static Trigger at(Price stopPrice) {
        return new Trigger(stopPrice, null, null);
    }

    /** Set off when the market turns by this distance. @param activationPrice null for following at once */
    public static Trigger trailing(Trail trail, Price activationPrice) {
        return new Trigger(null, trail, activationPrice);
    }

    public Trigger movedTo(Price newStopPrice) {
        return new Trigger(newStopPrice, trail, activationPrice);
    }
}
