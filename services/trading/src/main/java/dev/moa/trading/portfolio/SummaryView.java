package dev.moa.trading.portfolio;

import dev.moa.domain.portfolio.CashBalance;
import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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

    /**
     * @param total reservations for open orders, margin and unsettled trades included
     * @param settled the total without what is not settled; {@code unsettled} is the rest of it, below zero when more has to be paid
     *     than will come
     * @param available for new orders; at the Korean exchange what a sale will bring counts at once
     * @param withdrawable free and there
     * @param margin what secures contracts
     */
    @Serdeable
    record Cash(
            String currency,
            BigDecimal total,
            BigDecimal available,
            BigDecimal settled,
            BigDecimal unsettled,
            BigDecimal withdrawable,
            BigDecimal reserved,
            BigDecimal margin,
            List<Due> due) {
        static Cash of(CashBalance cash, Map<LocalDate, BigDecimal> unsettled) {
            return new Cash(
                    cash.currency().code(),
                    cash.total(),
                    cash.available(),
                    cash.settled(),
                    cash.unsettled(),
                    cash.withdrawable(),
                    cash.reserved(),
                    cash.margin(),
                    unsettled.entrySet().stream()
                            .map(day -> new Due(day.getKey(), day.getValue()))
                            .toList());
        }
    }

    /** Money that arrives (above zero) or leaves (below) on a day. */
    @Serdeable
    record Due(LocalDate date, BigDecimal amount) {}

    @Serdeable
    record InCurrency(
            String currency,
            BigDecimal equity,
            BigDecimal todayPnl,
            BigDecimal unrealizedPnl,
            BigDecimal realizedPnl) {}
}
