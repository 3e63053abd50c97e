package dev.moa.trading.halt;

import dev.moa.domain.value.AccountId;
import java.time.Instant;
import java.util.List;

/** How far one account is. @param step CANCELLING, FLATTENING or DONE */
record AccountStep(
        AccountId account, String step, int openOrders, int positions, List<String> failures, Instant updatedAt) {
    boolean isDone() {
        return "DONE".equals(step);
    }
}
