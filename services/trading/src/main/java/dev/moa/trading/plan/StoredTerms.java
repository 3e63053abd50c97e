package dev.moa.trading.plan;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.order.plan.PlanKind;
import dev.moa.domain.order.plan.PlanTerms;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The terms of a plan as they are stored. */
@Serdeable
record StoredTerms(
        PlanKind kind,
        String instrument,
        Side side,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal display,
        @Nullable Integer entries,
        @Nullable BigDecimal stepPct,
        @Nullable Long intervalSeconds,
        TimeInForce timeInForce,
        @Nullable Instant expiresAt,
        boolean reduceOnly,
        Origin.Kind origin,
        @Nullable UUID strategy) {

    static StoredTerms of(PlanTerms terms) {
        PlanTerms.Steps steps = terms.steps();
        return new StoredTerms(
                terms.kind(),
                terms.instrument().id().toString(),
                terms.side(),
                terms.quantity().value(),
                number(terms.price()),
                number(terms.stopPrice()),
                number(terms.takeProfit()),
                number(terms.stopLoss()),
                terms.display() == null ? null : terms.display().value(),
                steps == null ? null : steps.entries(),
                steps == null || steps.distance() == null
                        ? null
                        : steps.distance().value(),
                steps == null || steps.pause() == null ? null : steps.pause().toSeconds(),
                terms.timeInForce(),
                terms.expiresAt(),
                terms.reduceOnly(),
                terms.origin().kind(),
                terms.origin().strategy() == null
                        ? null
                        : terms.origin().strategy().value());
    }

    PlanTerms toTerms() {
        return new PlanTerms(
                kind,
                VenueRules.instrument(InstrumentId.parse(instrument)),
                side,
                new Quantity(quantity),
                price(price),
                price(stopPrice),
                price(takeProfit),
                price(stopLoss),
                display == null ? null : new Quantity(display),
                entries == null
                        ? null
                        : new PlanTerms.Steps(
                                entries,
                                stepPct == null ? null : new Percent(stepPct),
                                intervalSeconds == null ? null : Duration.ofSeconds(intervalSeconds)),
                timeInForce,
                expiresAt,
                reduceOnly,
                new Origin(origin, strategy == null ? null : new StrategyId(strategy), null));
    }

    private static BigDecimal number(Price price) {
        return price == null ? null : price.value();
    }

    private static Price price(BigDecimal number) {
        return number == null ? null : new Price(number);
    }
}
