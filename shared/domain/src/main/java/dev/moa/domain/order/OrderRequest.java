package dev.moa.domain.order;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What somebody wants to trade, before anybody checked whether they may. Exactly one of {@code quantity} and
 * {@code quoteAmount} is given; {@link #sized} turns the second into the first.
 *
 * @param quantity how much of the base; null while only {@code quoteAmount} is known
 * @param quoteAmount how much to spend or raise in the quote currency, fee included when buying (market orders only); may be null
 * @param price the limit price; null for market orders
 * @param reduceOnly whether it may only make a position smaller
 * @param protection take-profit and stop-loss of the position it opens
 */
public record OrderRequest(
        Instrument instrument,
        Side side,
        OrderType type,
        Quantity quantity,
        BigDecimal quoteAmount,
        Price price,
        TimeInForce timeInForce,
        boolean reduceOnly,
        Origin origin,
        Protection protection) {

    /** @throws InvalidValue naming the field when the parts do not fit together */
    public OrderRequest {
        Objects.requireNonNull(instrument, "instrument");
        require(side != null, "side", "is missing");
        require(type != null, "type", "is missing");
        timeInForce = timeInForce == null ? TimeInForce.GTC : timeInForce;
        origin = origin == null ? Origin.manual() : origin;
        protection = protection == null ? Protection.NONE : protection;
        require(quantity != null || quoteAmount != null, "quantity", "or quote_amount is missing");
        require(quantity == null || !quantity.isZero(), "quantity", "must be above zero");
        require(quoteAmount == null || quoteAmount.signum() > 0, "quote_amount", "must be above zero");
        require(quoteAmount == null || type == OrderType.MARKET, "quote_amount", "is for market orders");
        require(type != OrderType.LIMIT || price != null, "price", "is missing for a limit order");
        require(type != OrderType.MARKET || price == null, "price", "is not for market orders");
    }

    private static void require(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidValue(field, problem);
        }
    }

    /** A market order for a quantity. */
    public static OrderRequest market(Instrument instrument, Side side, Quantity quantity) {
        return new OrderRequest(instrument, side, OrderType.MARKET, quantity, null, null, null, false, null, null);
    }

    /** A market order for an amount of the quote currency. */
    public static OrderRequest marketFor(Instrument instrument, Side side, BigDecimal quoteAmount) {
        return new OrderRequest(instrument, side, OrderType.MARKET, null, quoteAmount, null, null, false, null, null);
    }

    /** A limit order, good till cancelled. */
    public static OrderRequest limit(Instrument instrument, Side side, Quantity quantity, Price price) {
        return new OrderRequest(instrument, side, OrderType.LIMIT, quantity, null, price, null, false, null, null);
    }

    public OrderRequest by(Origin origin) {
        return new OrderRequest(
                instrument, side, type, quantity, quoteAmount, price, timeInForce, reduceOnly, origin, protection);
    }

    public OrderRequest protectedBy(Protection protection) {
        return new OrderRequest(
                instrument, side, type, quantity, quoteAmount, price, timeInForce, reduceOnly, origin, protection);
    }

    public OrderRequest goodFor(TimeInForce timeInForce) {
        return new OrderRequest(
                instrument, side, type, quantity, quoteAmount, price, timeInForce, reduceOnly, origin, protection);
    }

    public OrderRequest reducing() {
        return new OrderRequest(
                instrument, side, type, quantity, quoteAmount, price, timeInForce, true, origin, protection);
    }

    /**
     * This request with a definite quantity: what {@code quoteAmount} pays for at this price, rounded down to the instrument's step.
     * A request that has a quantity stays as it is.
     *
     * @throws InvalidValue when the amount does not pay for one step
     */
    public OrderRequest sized(Price expected) {
        if (quantity != null) {
            return this;
        }
        Quantity affordable = side.isBuy()
                ? instrument.affordable(quoteAmount, expected)
                : instrument.roundDown(Decimals.quotientDown(quoteAmount, expected.value()));
        require(!affordable.isZero(), "quote_amount", "is less than the smallest quantity costs");
        return new OrderRequest(
                instrument, side, type, affordable, quoteAmount, price, timeInForce, reduceOnly, origin, protection);
    }
}
