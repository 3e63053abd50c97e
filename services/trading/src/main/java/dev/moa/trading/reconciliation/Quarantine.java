package dev.moa.trading.reconciliation;

import dev.moa.broker.reconciliation.Difference;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A difference between us and a broker as people see it.
 *
 * @param kind UNKNOWN_ORDER, AMBIGUOUS_ORDER, VANISHED_ORDER, CHANGED_FILL, FEWER_FILLS, POSITION, CASH or CORPORATE_ACTION
 * @param ours our figure; @param theirs the broker's
 * @param settledAs filled, not_placed, accept_venue, keep_ours or explained
 */
@Serdeable
record Quarantine(
        UUID quarantineId,
        String instrument,
        @Nullable UUID orderId,
        Difference.Kind kind,
        String cause,
        @Nullable BigDecimal ours,
        @Nullable BigDecimal theirs,
        Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable String settledAs,
        @Nullable String note) {

    boolean isOpen() {
        return settledAt == null;
    }
}
