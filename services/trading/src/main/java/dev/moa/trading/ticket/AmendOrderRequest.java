package dev.moa.trading.ticket;

import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Trail;
import dev.moa.domain.order.plan.PlanTerms;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/**
 * {@code PUT /trading/orders/{id}}: what is left out stays as it is. {@code quantity} is the whole quantity, what is filled included. Of a bracket, {@code
 * stop_loss} and {@code take_profit} move its exits; {@code stop_price} is the stop of an OCO.
 */
@Serdeable
record AmendOrderRequest(
        @Nullable BigDecimal price,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailPct,
        @Nullable BigDecimal trailAmount,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal stopLoss) {

    Amendment toAmendment() {
        if (takeProfit != null || stopLoss != null) {
            throw new InvalidValue("take_profit", "and stop_loss are changed at the position");
        }
        Trail trail = trailPct == null && trailAmount == null
                ? null
                : new Trail(trailPct == null ? null : new Percent(trailPct), trailAmount);
        return new Amendment(at("price", price), whole(), at("stop_price", stopPrice), trail);
    }

    PlanTerms amended(PlanTerms terms) {
        if (trailPct != null || trailAmount != null) {
            throw new InvalidValue("trail", "is not for this type of order");
        }
        Price stop = at("stop_price", stopPrice);
        return terms.amended(
                whole(),
                at("price", price),
                at("take_profit", takeProfit),
                stop == null ? at("stop_loss", stopLoss) : stop);
    }

    private Quantity whole() {
        return quantity == null ? null : new Quantity(quantity);
    }

    private static Price at(String field, BigDecimal number) {
        if (number != null && number.signum() <= 0) {
            throw new InvalidValue(field, "must be above zero");
        }
        return number == null ? null : new Price(number);
    }
}
