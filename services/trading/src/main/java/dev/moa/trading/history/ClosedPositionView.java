package dev.moa.trading.history;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.moa.domain.portfolio.Direction;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A position that was closed; amounts in its quote currency.
 *
 * @param quantity what is held now: zero; {@code tradedQuantity} what was once entered
 * @param markPrice the average exit price, also given as {@code exitPrice}
 * @param realizedPnl the profit, all fees deducted; {@code roi} the same in percent of what was entered for,
 *     {@code roe} of the money that secured it
 * @param strategyId of the strategy whose order opened it, left out for none
 */
@Serdeable
record ClosedPositionView(
        UUID positionId,
        UUID accountId,
        String instrument,

        @Schema(implementation = Direction.class, requiredMode = REQUIRED)
        String side,

        String currency,
        BigDecimal quantity,
        BigDecimal tradedQuantity,
        @Nullable BigDecimal entryPrice,
        @Nullable BigDecimal exitPrice,
        @Nullable BigDecimal markPrice,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        BigDecimal unrealizedPnl,
        BigDecimal realizedPnl,
        BigDecimal fees,
        BigDecimal leverage,
        BigDecimal roi,
        BigDecimal roe,
        String mode,
        @Nullable UUID strategyId,
        Instant openedAt,
        Instant updatedAt,
        Instant closedAt,
        long holdingSeconds,
        boolean closed) {
    static final List<String> COLUMNS = List.of(
            "opened_at",
            "closed_at",
            "holding_seconds",
            "instrument",
            "side",
            "traded_quantity",
            "entry_price",
            "exit_price",
            "currency",
            "realized_pnl",
            "fees",
            "roi",
            "mode",
            "position_id",
            "account_id",
            "strategy_id");

    List<?> cells() {
        return Arrays.asList(
                openedAt,
                closedAt,
                holdingSeconds,
                instrument,
                side,
                tradedQuantity,
                entryPrice,
                exitPrice,
                currency,
                realizedPnl,
                fees,
                roi,
                mode,
                positionId,
                accountId,
                strategyId);
    }
}
