package dev.moa.trading.performance;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a person's money lies now, and what it came from. Amounts in {@code currency}. */
@Serdeable
record AnalyticsView(
        String currency,
        boolean converted,
        List<MissingRateView> missingRates,
        Exposure exposure,
        List<TradeView> bestTrades,
        List<TradeView> worstTrades,
        List<GroupView> byStrategy,
        List<GroupView> byInstrument) {

    /** @param equity of everything counted; null when a rate is missing */
    @Serdeable
    record Exposure(
            @Nullable BigDecimal equity,
            List<ShareView> byInstrument,
            List<ShareView> byMarket,
            List<ShareView> byCurrency) {}

    /**
     * A part of what is held.
     *
     * @param value below zero when short; of a currency: cash and positions together
     * @param pct of the equity
     */
    @Serdeable
    record ShareView(String key, BigDecimal value, @Nullable BigDecimal pct) {}

    /** @param roi profit in percent of what was entered for */
    @Serdeable
    record TradeView(
            UUID positionId,
            UUID accountId,
            String instrument,
            String side,
            BigDecimal profit,
            @Nullable BigDecimal roi,
            Instant openedAt,
            Instant closedAt,
            long holdingSeconds) {}

    /** @param key an instrument, or a strategy's id; left out for trades no strategy opened */
    @Serdeable
    record GroupView(
            @Nullable String key,
            @Nullable String name,
            long trades,
            long wins,
            BigDecimal profit,
            @Nullable BigDecimal winRate,
            @Nullable BigDecimal profitFactor,
            @Nullable BigDecimal expectancy,
            @Nullable BigDecimal payoffRatio) {}
}
