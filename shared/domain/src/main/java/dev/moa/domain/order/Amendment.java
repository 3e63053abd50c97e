package dev.moa.domain.order;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;

/**
 * New terms for an open order; what is null stays as it is.
 *
 * @param price the limit price; @param quantity all of it, what is filled already included
 * @param stopPrice of a stop order; @param trail of a trailing stop
 */
public record Amendment(Price price, Quantity quantity, Price stopPrice, Trail trail) {
    /** @throws InvalidValue when nothing is to change */
    public Amendment {
        if (price == null && quantity == null && stopPrice == null && trail == null) {
            throw new InvalidValue("price", "or another term to change is missing");
        }
        if (quantity != null && quantity.isZero()) {
            throw new InvalidValue("quantity", "must be above zero");
        }
    }

    public static Amendment price(Price price) {
        return new Amendment(price, null, null, null);
    }

    public static Amendment quantity(Quantity quantity) {
        return new Amendment(null, quantity, null, null);
    }

    public static Amendment stopPrice(Price stopPrice) {
        return new Amendment(null, null, stopPrice, null);
    }

    /** @throws InvalidValue naming the field when a term does not belong to this type of order */
    public void checkFor(OrderRequest request) {
        boolean trails = request.trigger().trail() != null;
        require(price == null || request.type().hasLimit(), "price");
        require(stopPrice == null || request.type().isTriggered() && !trails, "stop_price");
        require(trail == null || trails, "trail");
    }

    /** Whether the order risks no more under these terms than before: no larger, at a price no worse, set off as before. */
    public boolean lowers(OrderRequest request) {
        boolean buys = request.side().isBuy();
        boolean noLarger = quantity == null || quantity.compareTo(request.quantity()) <= 0;
        boolean noWorse = price == null
                || request.price() == null
                || (buys ? !price.isAbove(request.price()) : !price.isBelow(request.price()));
        return noLarger && noWorse && stopPrice == null && trail == null;
    }

    /** The request under these terms; a term that does not belong to its type is left out. */
    public OrderRequest applyTo(OrderRequest request) {
        Trigger old = request.trigger();
        boolean stops = request.type().isTriggered() && old.trail() == null;
        return request.draft()
                .price(price == null || !request.type().hasLimit() ? request.price() : price)
                .quantity(quantity == null ? request.quantity() : quantity)
                .trigger(new Trigger(
                        stopPrice == null || !stops ? old.stopPrice() : stopPrice,
                        trail == null || old.trail() == null ? old.trail() : trail,
                        old.activationPrice()))
                .request();
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new InvalidValue(field, "is not for this type of order");
        }
    }
}
