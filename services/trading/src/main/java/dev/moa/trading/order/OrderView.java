package dev.moa.trading.order;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.Side;
import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order as clients see it. In lists, transitions and fills are left out; one order by its id has both. */
@Serdeable
public record OrderView(
        UUID orderId,
        UUID accountId,
        String instrument,

        @Schema(implementation = Side.class, requiredMode = REQUIRED)
        String side,

        String type,
        BigDecimal quantity,
        @Nullable BigDecimal quoteAmount,
        @Nullable BigDecimal price,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailPct,
        @Nullable BigDecimal trailAmount,
        @Nullable BigDecimal activationPrice,
        @OneOf({"DAY", "GTC", "GTD", "IOC", "FOK"}) String timeInForce,

        @Nullable Instant expiresAt,
        boolean postOnly,
        boolean reduceOnly,
        @Nullable String clientOrderId,

        @Schema(implementation = OrderStatus.class, requiredMode = REQUIRED)
        String status,

        @OneOf({"PAPER", "REAL"}) String mode,

        BigDecimal filledQuantity,
        @Nullable BigDecimal averagePrice,
        String origin,
        @Nullable UUID strategyId,
        @Nullable UUID planId,
        @Nullable String leg,
        Instant createdAt,
        Instant updatedAt,
        @Nullable List<TransitionView> transitions,
        @Nullable List<FillView> fills,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal displayQuantity,
        @Nullable List<OrderView> legs) {

    OrderView with(List<TransitionView> itsTransitions, List<FillView> itsFills) {
        return new OrderView(
                orderId,
                accountId,
                instrument,
                side,
                type,
                quantity,
                quoteAmount,
                price,
                stopPrice,
                trailPct,
                trailAmount,
                activationPrice,
                timeInForce,
                expiresAt,
                postOnly,
                reduceOnly,
                clientOrderId,
                status,
                mode,
                filledQuantity,
                averagePrice,
                origin,
                strategyId,
                planId,
                leg,
                createdAt,
                updatedAt,
                itsTransitions,
                itsFills,
                takeProfit,
                stopLoss,
                displayQuantity,
                legs);
    }

    /**
     * @param cause in plain words
     * @param event what happened, and {@code evidence} the venue's number of it: of the fill, or of the order
     */
    @Serdeable
    public record TransitionView(
            @Schema(implementation = OrderStatus.class, requiredMode = REQUIRED)
            String status,

            Instant at,
            String cause,
            String event,
            @Nullable String evidence) {}

    /** @param tax in the currency of the fee; @param marketTime time of the price it was filled against; differs from {@code time} in a replay */
    @Serdeable
    public record FillView(
            UUID fillId,
            UUID orderId,
            String instrument,

            @Schema(implementation = Side.class, requiredMode = REQUIRED)
            String side,

            BigDecimal price,
            BigDecimal quantity,
            BigDecimal fee,
            String feeCurrency,
            BigDecimal tax,
            BigDecimal realizedPnl,
            Instant time,
            Instant marketTime) {}

    /** The answer to a placed order. */
    @Serdeable
    public record Placed(
            UUID orderId,

            @Schema(implementation = OrderStatus.class, requiredMode = REQUIRED)
            String status,

            @OneOf({"PAPER", "REAL"}) String mode) {}
}
