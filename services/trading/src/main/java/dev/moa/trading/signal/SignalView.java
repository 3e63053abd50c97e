package dev.moa.trading.signal;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What arrived, what became of it and why.
 *
 * @param status RECEIVED, EXECUTED, REFUSED, IGNORED or EXPIRED
 */
@Serdeable
record SignalView(
        UUID signalId,
        UUID strategyId,
        String source,
        String instrument,
        String action,
        @Nullable BigDecimal price,
        Instant marketTime,
        String status,
        List<String> reasons,
        @Nullable UUID orderId,
        Instant receivedAt,
        @Nullable Instant decidedAt) {}
