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
 * @param source strategy (decided on a candle) or tradingview
 * @param status RECEIVED, AWAITING_APPROVAL, EXECUTED, REFUSED, IGNORED or EXPIRED
 * @param reasons why it was not followed, or not wholly
 * @param orderId the first order it led to
 * @param seq the alert's own number, when it has one
 * @param notes what was odd about it without keeping it from being followed, such as a gap in the sequence
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
        @Nullable Instant decidedAt,
        @Nullable Long seq,
        @Nullable Instant barTime,
        List<String> notes) {}
