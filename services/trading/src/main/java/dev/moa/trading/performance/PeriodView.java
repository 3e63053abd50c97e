package dev.moa.trading.performance;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A day, week (from Monday) or month; cut off where the report begins or ends. What is not known is left out. */
@Serdeable
record PeriodView(
        LocalDate from,
        LocalDate to,
        @Nullable BigDecimal equityStart,
        @Nullable BigDecimal equityEnd,
        @Nullable BigDecimal deposits,
        @Nullable BigDecimal withdrawals,
        @Nullable BigDecimal profit,
        @Nullable BigDecimal returnPct,
        BigDecimal realizedPnl,
        BigDecimal fees,
        BigDecimal taxes,
        long fills,
        boolean provisional) {

    /** The rows, newest first. */
    @Serdeable
    record Rows(
            String currency,
            boolean converted,
            @Nullable String reason,
            List<MissingRateView> missingRates,
            List<PeriodView> items) {}
}
