package dev.moa.trading.approval;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.Protection;
import dev.moa.domain.order.Trail;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A sized and checked order of a strategy that a person has to agree to.
 *
 * @param number which of its signal's wishes it is
 * @param decision null while it waits
 */
record Approval(
        UUID id,
        UUID signalId,
        int number,
        StrategyId strategyId,
        String strategyName,
        UUID userId,
        AccountId accountId,
        Wish wish,
        State state,
        Decision decision,
        Instant expiresAt,
        Instant createdAt) {

    enum State {
        WAITING,
        APPROVED,
        REFUSED,
        EXPIRED,
        /** A person agreed, but the price had moved too far or the risk limits said no. */
        FAILED
    }

    /**
     * @param price the limit; null at the market's price
     * @param reference the market's price when it was asked
     * @param movePct how many percent that may have moved
     */
    record Wish(
            String instrument,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            boolean reduceOnly,
            BigDecimal takeProfitPct,
            BigDecimal stopLossPct,
            BigDecimal trailPct,
            BigDecimal reference,
            BigDecimal movePct) {}

    /** @param by null when nobody decided in time; @param orderId null unless an order was placed */
    record Decision(List<String> reasons, UUID orderId, UUID by, Instant at) {}

    OrderRequest request() {
        var instrument = VenueRules.instrument(InstrumentId.parse(wish.instrument()));
        Quantity quantity = new Quantity(wish.quantity());
        OrderRequest request = wish.price() == null
                ? OrderRequest.market(instrument, wish.side(), quantity)
                : OrderRequest.limit(instrument, wish.side(), quantity, new Price(wish.price()));
        Protection fixed = new Protection(percent(wish.takeProfitPct()), percent(wish.stopLossPct()));
        OrderRequest whole = request.by(Origin.strategy(strategyId))
                .protectedBy(wish.trailPct() == null ? fixed : fixed.trailing(Trail.by(percent(wish.trailPct()))));
        return wish.reduceOnly() ? whole.reducing() : whole;
    }

    /** How many percent this price is away from the one that was shown. */
    BigDecimal moved(Price now) {
        BigDecimal change = now.value().subtract(wish.reference()).abs();
        return Decimals.ratio(change.movePointRight(2), wish.reference());
    }

    private static Percent percent(BigDecimal number) {
        return number == null ? null : new Percent(number);
    }
}
