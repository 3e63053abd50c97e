package dev.moa.trading.portfolio;

import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a person's trading is worth. Amounts of different currencies are never added: the figures at the top are those
 * of {@code currency} alone, each currency stands in {@code by_currency}.
 *
 * @param winRate percent of closed positions that made money; null while none was closed
 */
@Serdeable
record SummaryView(
        @OneOf({"PAPER", "REAL"}) String mode,

        String currency,
        BigDecimal equity,
        List<Cash> cash,
        BigDecimal todayPnl,
        BigDecimal unrealizedPnl,
        BigDecimal realizedPnl,
        int openPositions,
        @Nullable BigDecimal winRate,
        List<InCurrency> byCurrency,
        Converted converted) {

    /**
     * Everything counted in one currency at stored rates; the amounts are left out when one is missing.
     *
     * @param missingRates the currencies without a rate
     */
    @Serdeable
    record Converted(
            String currency,
            @Nullable BigDecimal equity,
            @Nullable BigDecimal todayPnl,
            @Nullable BigDecimal unrealizedPnl,
            @Nullable BigDecimal realizedPnl,
            List<String> missingRates) {}

    /** @param total reservations for open orders included */
    @Serdeable
    record Cash(String currency, BigDecimal total, BigDecimal available) {}

    @Serdeable
    record InCurrency(
            String currency,
            BigDecimal equity,
            BigDecimal todayPnl,
            BigDecimal unrealizedPnl,
            BigDecimal realizedPnl) {}
}
