package dev.moa.trading.approval;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A waiting order as people see it.
 *
 * @param type MARKET or LIMIT
 * @param referencePrice the market's price when it was asked for
 * @param value quantity times limit, or times that price
 * @param status WAITING, APPROVED, REFUSED, EXPIRED or FAILED (agreed to, but not placed; see reasons)
 */
@Serdeable
record ApprovalView(
        UUID approvalId,
        UUID signalId,
        UUID strategyId,
        String strategyName,
        UUID accountId,
        String instrument,
        String side,
        String type,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        BigDecimal referencePrice,
        BigDecimal value,
        BigDecimal maxMovePct,
        String status,
        List<String> reasons,
        @Nullable UUID orderId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant decidedAt) {

    static ApprovalView of(Approval approval) {
        Approval.Wish wish = approval.wish();
        Approval.Decision decision = approval.decision();
        BigDecimal each = wish.price() == null ? wish.reference() : wish.price();
        return new ApprovalView(
                approval.id(),
                approval.signalId(),
                approval.strategyId().value(),
                approval.strategyName(),
                approval.accountId().value(),
                wish.instrument(),
                wish.side().name(),
                wish.price() == null ? "MARKET" : "LIMIT",
                wish.quantity(),
                wish.price(),
                wish.reference(),
                each.multiply(wish.quantity()).stripTrailingZeros(),
                wish.movePct(),
                approval.state().name(),
                decision == null ? List.of() : decision.reasons(),
                decision == null ? null : decision.orderId(),
                approval.createdAt(),
                approval.expiresAt(),
                decision == null ? null : decision.at());
    }
}
