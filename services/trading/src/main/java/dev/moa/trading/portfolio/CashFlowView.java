package dev.moa.trading.portfolio;

import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Money that was paid in or taken out. */
@Serdeable
record CashFlowView(
        UUID flowId,
        UUID accountId,
        @OneOf({"DEPOSIT", "WITHDRAWAL"}) String type,
        String currency,
        BigDecimal amount,
        @Nullable String note,
        Instant time) {
    static CashFlowView of(CashFlowStore.Flow flow) {
        return new CashFlowView(
                flow.id(),
                flow.account(),
                flow.money().signum() > 0 ? "DEPOSIT" : "WITHDRAWAL",
                flow.money().currency().code(),
                flow.money().amount().abs(),
                flow.note(),
                flow.at());
    }
}
