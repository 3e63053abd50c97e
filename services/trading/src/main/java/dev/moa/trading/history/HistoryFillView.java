package dev.moa.trading.history;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.moa.domain.value.Side;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One fill.
 *
 * @param venueFillId the venue's own name for it; {@code venueOrderId} likewise for its order
 * @param tax in the quote currency
 * @param realizedPnl what it added to the profit, its fee deducted
 * @param marketTime time of the price it was filled against; differs from {@code time} in a replay
 */
@Serdeable
record HistoryFillView(
        UUID fillId,
        UUID orderId,
        UUID accountId,
        String instrument,

        @Schema(implementation = Side.class, requiredMode = REQUIRED)
        String side,

        BigDecimal price,
        BigDecimal quantity,
        BigDecimal fee,
        String feeCurrency,
        BigDecimal tax,
        BigDecimal realizedPnl,
        @Nullable UUID strategyId,
        String venue,
        String venueFillId,
        @Nullable String venueOrderId,
        Instant time,
        Instant marketTime) {
    static final List<String> COLUMNS = List.of(
            "time",
            "market_time",
            "instrument",
            "side",
            "price",
            "quantity",
            "fee",
            "fee_currency",
            "tax",
            "realized_pnl",
            "venue",
            "venue_fill_id",
            "venue_order_id",
            "order_id",
            "fill_id",
            "account_id",
            "strategy_id");

    List<?> cells() {
        return Arrays.asList(
                time,
                marketTime,
                instrument,
                side,
                price,
                quantity,
                fee,
                feeCurrency,
                tax,
                realizedPnl,
                venue,
                venueFillId,
                venueOrderId,
                orderId,
                fillId,
                accountId,
                strategyId);
    }
}
