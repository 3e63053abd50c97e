package dev.moa.trading.ticket;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.Protection;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.order.Trail;
import dev.moa.domain.order.Trigger;
import dev.moa.domain.order.plan.PlanKind;
import dev.moa.domain.order.plan.PlanTerms;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.platform.json.OneOf;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** {@code POST /trading/orders}, see api.md. Amounts in the instrument's base (quantity) and quote (price) units. */
@Serdeable
record PlaceOrderRequest(
        @Nullable UUID accountId,
        @NotBlank @Size(max = 60) String instrument,

        @NotBlank @Size(max = 10) @Schema(implementation = Side.class)
        String side,

        @NotBlank
        @Size(max = 20)
        @OneOf({"MARKET", "LIMIT", "STOP", "STOP_LIMIT", "TRAILING_STOP", "OCO", "BRACKET", "ICEBERG", "DCA"})
        String type,

        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quoteAmount,
        @Nullable BigDecimal price,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailPct,
        @Nullable BigDecimal trailAmount,
        @Nullable BigDecimal activationPrice,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal displayQuantity,
        @Nullable Integer entries,
        @Nullable BigDecimal stepPct,
        @Nullable Long intervalSeconds,

        @Nullable @Size(max = 10) @Schema(implementation = TimeInForce.class)
        String timeInForce,

        @Nullable Instant expiresAt,
        @Nullable Boolean postOnly,
        @Nullable Boolean reduceOnly,
        @Nullable @Size(max = 64) String clientOrderId) {

    /** The same in the domain's terms; its constructor refuses what does not fit together, naming the field. */
    OrderRequest toOrderRequest(Instrument resolved) {
        return OrderRequest.of(resolved, oneOf(Side.class, "side", side), oneOf(OrderType.class, "type", type))
                .quantity(quantity == null ? null : new Quantity(quantity))
                .quoteAmount(quoteAmount)
                .price(at("price", price))
                .trigger(new Trigger(at("stop_price", stopPrice), trail(), at("activation_price", activationPrice)))
                .goodFor(
                        timeInForce == null ? TimeInForce.GTC : oneOf(TimeInForce.class, "time_in_force", timeInForce),
                        expiresAt)
                .reduceOnly(Boolean.TRUE.equals(reduceOnly))
                .postOnly(Boolean.TRUE.equals(postOnly))
                .protection(Protection.at(at("take_profit", takeProfit), at("stop_loss", stopLoss)))
                .request();
    }

    /** Whether several plain orders carry it out. */
    boolean isComposite() {
        return Arrays.stream(PlanKind.values()).anyMatch(kind -> kind.name().equalsIgnoreCase(type.strip()));
    }

    /**
     * The plan in the domain's terms.
     *
     * @param expected what a market order would pay now, to size {@code quote_amount}; null when nobody knows a price
     */
    PlanTerms toPlanTerms(Instrument resolved, Price expected) {
        if (trailPct != null || trailAmount != null || activationPrice != null) {
            throw new InvalidValue("trail", "is not for this type of order");
        }
        if (Boolean.TRUE.equals(postOnly)) {
            throw new InvalidValue("post_only", "is for single limit orders");
        }
        return new PlanTerms(
                oneOf(PlanKind.class, "type", type),
                resolved,
                oneOf(Side.class, "side", side),
                quantity(resolved, expected),
                at("price", price),
                at("stop_price", stopPrice),
                at("take_profit", takeProfit),
                at("stop_loss", stopLoss),
                displayQuantity == null ? null : new Quantity(displayQuantity),
                steps(),
                timeInForce == null ? TimeInForce.GTC : oneOf(TimeInForce.class, "time_in_force", timeInForce),
                expiresAt,
                Boolean.TRUE.equals(reduceOnly),
                null);
    }

    private PlanTerms.Steps steps() {
        return entries == null
                ? null
                : new PlanTerms.Steps(
                        entries,
                        stepPct == null ? null : new Percent(stepPct),
                        intervalSeconds == null ? null : Duration.ofSeconds(intervalSeconds));
    }

    private Quantity quantity(Instrument resolved, Price expected) {
        if (quantity != null || quoteAmount == null) {
            return quantity == null ? null : new Quantity(quantity);
        }
        Price paid = price == null ? expected : at("price", price);
        if (paid == null) {
            throw new InvalidValue("quote_amount", "cannot be counted without a price");
        }
        return OrderRequest.marketFor(resolved, oneOf(Side.class, "side", side), quoteAmount)
                .sized(paid)
                .quantity();
    }

    private Trail trail() {
        return trailPct == null && trailAmount == null
                ? null
                : new Trail(trailPct == null ? null : new Percent(trailPct), trailAmount);
    }

    private static Price at(String field, BigDecimal number) {
        if (number != null && number.signum() <= 0) {
            throw new InvalidValue(field, "must be above zero");
        }
        return number == null ? null : new Price(number);
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String field, String text) {
        try {
            return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.badRequest("invalid_" + field, field + " is not one this version knows")
                    .field(field, "must be one of " + String.join(", ", names(type)));
        }
    }

    private static <E extends Enum<E>> java.util.List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
