package dev.moa.domain.order;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What somebody wants to trade, before anybody checked whether they may. Exactly one of {@code quantity} and
 * {@code quoteAmount} is given; {@link #sized} turns the second into the first. Made by the factories and changed copies below, or
 * with a {@link Draft}: the record grows, so its own constructor is for this file.
 *
 * @param quantity how much of the base; null while only {@code quoteAmount} is known
 * @param quoteAmount how much to spend or raise in the quote currency, fee included when buying (market orders only); may be null
 * @param price the limit price; null for orders without one
 * @param trigger what sets off a stop order; {@link Trigger#NONE} for others
 * @param expiresAt when a GTD order ends; null for others
 * @param reduceOnly whether it may only make a position smaller
 * @param postOnly whether it may only wait in the book: refused by the venue when it would trade at once
 * @param protection take-profit and stop-loss of the position it opens
 */
public record OrderRequest(
        Instrument instrument,
        Side side,
        OrderType type,
        Quantity quantity,
        BigDecimal quoteAmount,
        Price price,
        Trigger trigger,
        TimeInForce timeInForce,
        Instant expiresAt,
        boolean reduceOnly,
        boolean postOnly,
        Origin origin,
        Protection protection) {

    /** @throws InvalidValue naming the field when the parts do not fit together */
    public OrderRequest {
        Objects.requireNonNull(instrument, "instrument");
        require(side != null, "side", "is missing");
        require(type != null, "type", "is missing");
        trigger = trigger == null ? Trigger.NONE : trigger;
        timeInForce = timeInForce == null ? TimeInForce.GTC : timeInForce;
        origin = origin == null ? Origin.manual() : origin;
        protection = protection == null ? Protection.NONE : protection;
        require(quantity != null || quoteAmount != null, "quantity", "or quote_amount is missing");
        require(quantity == null || !quantity.isZero(), "quantity", "must be above zero");
        require(quoteAmount == null || quoteAmount.signum() > 0, "quote_amount", "must be above zero");
        require(quoteAmount == null || type == OrderType.MARKET, "quote_amount", "is for market orders");
        require(!type.hasLimit() || price != null, "price", "is missing for an order with a limit");
        require(type.hasLimit() || price == null, "price", "is for orders with a limit");
        boolean trails = type == OrderType.TRAILING_STOP;
        boolean stops = type.isTriggered() && !trails;
        require(!stops || trigger.stopPrice() != null, "stop_price", "is missing for a stop order");
        require(type.isTriggered() || trigger.stopPrice() == null, "stop_price", "is for stop orders");
        require(trails == (trigger.trail() != null), "trail", trails ? "is missing" : "is for trailing stops");
        require(trails || trigger.activationPrice() == null, "activation_price", "is for trailing stops");
        boolean dated = timeInForce == TimeInForce.GTD;
        require(dated == (expiresAt != null), "expires_at", dated ? "is missing for GTD" : "is for GTD orders");
        require(
                !type.isTriggered() || !timeInForce.isImmediate(),
                "time_in_force",
                "IOC and FOK are not for stop orders");
        require(!postOnly || type == OrderType.LIMIT, "post_only", "is for limit orders");
        require(!postOnly || !timeInForce.isImmediate(), "post_only", "contradicts IOC and FOK");
    }

    private static void require(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidValue(field, problem);
        }
    }

    /** A market order for a quantity. */
    public static OrderRequest market(Instrument instrument, Side side, Quantity quantity) {
        return of(instrument, side, OrderType.MARKET).quantity(quantity).request();
    }

    /** A market order for an amount of the quote currency. */
    public static OrderRequest marketFor(Instrument instrument, Side side, BigDecimal quoteAmount) {
        return of(instrument, side, OrderType.MARKET).quoteAmount(quoteAmount).request();
    }

    /** A limit order, good till cancelled. */
    public static OrderRequest limit(Instrument instrument, Side side, Quantity quantity, Price price) {
        return of(instrument, side, OrderType.LIMIT)
                .quantity(quantity)
                .price(price)
                .request();
    }

    /** An order that trades at the market once the price has reached the stop price. */
    public static OrderRequest stop(Instrument instrument, Side side, Quantity quantity, Price stopPrice) {
        return of(instrument, side, OrderType.STOP)
                .quantity(quantity)
                .trigger(Trigger.at(stopPrice))
                .request();
    }

    /** An order that trades at the market once the price has turned by this distance. */
    public static OrderRequest trailingStop(Instrument instrument, Side side, Quantity quantity, Trail trail) {
        return of(instrument, side, OrderType.TRAILING_STOP)
                .quantity(quantity)
                .trigger(Trigger.trailing(trail, null))
                .request();
    }

    /** The beginning of any request. */
    public static Draft of(Instrument instrument, Side side, OrderType type) {
        return new Draft(instrument, side, type);
    }

    /** The beginning of a changed copy. */
    public Draft draft() {
        return new Draft(instrument, side, type)
                .quantity(quantity)
                .quoteAmount(quoteAmount)
                .price(price)
                .trigger(trigger)
                .goodFor(timeInForce, expiresAt)
                .reduceOnly(reduceOnly)
                .postOnly(postOnly)
                .origin(origin)
                .protection(protection);
    }

    /** What is asked of the market once a stop was set off: the same without its trigger. */
    public OrderRequest plain() {
        return new Draft(instrument, side, type.plain())
                .quantity(quantity)
                .quoteAmount(quoteAmount)
                .price(price)
                .trigger(type.isTriggered() ? Trigger.NONE : trigger)
                .goodFor(timeInForce, expiresAt)
                .reduceOnly(reduceOnly)
                .postOnly(postOnly)
                .origin(origin)
                .protection(protection)
                .request();
    }

    public OrderRequest by(Origin newOrigin) {
        return draft().origin(newOrigin).request();
    }

    public OrderRequest protectedBy(Protection newProtection) {
        return draft().protection(newProtection).request();
    }

    public OrderRequest goodFor(TimeInForce newTimeInForce) {
        return draft().goodFor(newTimeInForce, null).request();
    }

    public OrderRequest goodUntil(Instant end) {
        return draft().goodFor(TimeInForce.GTD, end).request();
    }

    public OrderRequest reducing() {
        return draft().reduceOnly(true).request();
    }

    public OrderRequest postingOnly() {
        return draft().postOnly(true).request();
    }

    public OrderRequest withQuantity(Quantity newQuantity) {
        return draft().quantity(newQuantity).request();
    }

    /**
     * The price that its value is counted, checked and reserved with: its limit, else its stop price where one stands, else what
     * the market is expected to ask.
     *
     * @param market null when nobody knows a price
     * @return null when there is none of them
     */
    public Price valuedAt(Price market) {
        if (price != null) {
            return price;
        }
        return trigger.stopPrice() != null ? trigger.stopPrice() : market;
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
        return withQuantity(affordable);
    }

    /** Gathers the parts of a request; nothing is checked before {@link #request}. */
    public static final class Draft {
        private final Instrument instrument;
        private final Side side;
        private final OrderType type;
        private Quantity quantity;
        private BigDecimal quoteAmount;
        private Price price;
        private Trigger trigger;
        private TimeInForce timeInForce;
        private Instant expiresAt;
        private boolean reduceOnly;
        private boolean postOnly;
        private Origin origin;
        private Protection protection;

        private Draft(Instrument instrument, Side side, OrderType type) {
            this.instrument = instrument;
            this.side = side;
            this.type = type;
        }

        public Draft quantity(Quantity its) {
            quantity = its;
            return this;
        }

        public Draft quoteAmount(BigDecimal its) {
            quoteAmount = its;
            return this;
        }

        public Draft price(Price its) {
            price = its;
            return this;
        }

        public Draft trigger(Trigger its) {
            trigger = its;
            return this;
        }

        public Draft reduceOnly(boolean its) {
            reduceOnly = its;
            return this;
        }

        public Draft postOnly(boolean its) {
            postOnly = its;
            return this;
        }

        public Draft origin(Origin its) {
            origin = its;
            return this;
        }

        public Draft protection(Protection its) {
            protection = its;
            return this;
        }

        /** @param end only for GTD, else null */
        public Draft goodFor(TimeInForce its, Instant end) {
            timeInForce = its;
            expiresAt = end;
            return this;
        }
        /** @throws InvalidValue naming the field when the parts do not fit together */
        public OrderRequest request() {
            return new OrderRequest(
                    instrument,
                    side,
                    type,
                    quantity,
                    quoteAmount,
                    price,
                    trigger,
                    timeInForce,
                    expiresAt,
                    reduceOnly,
                    postOnly,
                    origin,
                    protection);
        }
    }
}
