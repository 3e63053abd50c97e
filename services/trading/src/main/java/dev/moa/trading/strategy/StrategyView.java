package dev.moa.trading.strategy;

import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.value.Percent;
import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A strategy as clients see it. {@code webhook} tells whether one was made; its secret is never shown again. */
@Serdeable
record StrategyView(
        UUID strategyId,
        String name,
        String indicatorId,
        Map<String, BigDecimal> parameters,
        String instrument,

        @OneOf({"1m", "3m", "5m", "15m", "30m", "1h", "4h", "1d"})
        String timeframe,

        UUID accountId,
        BigDecimal investmentPct,
        @Nullable BigDecimal longTpPct,
        @Nullable BigDecimal longSlPct,
        @Nullable BigDecimal shortTpPct,
        @Nullable BigDecimal shortSlPct,
        int leverage,
        boolean allowShort,
        int maxOpenPositions,
        @Nullable SizingRequest sizing,
        @Nullable BigDecimal trailingPct,

        @OneOf({"none", "each_order"}) String approval,

        int approvalMinutes,
        BigDecimal approvalMaxMovePct,
        boolean active,
        boolean webhook,
        List<String> warnings,
        Instant createdAt,
        Instant updatedAt) {

    static StrategyView of(Strategy strategy) {
        StrategySettings settings = strategy.settings();
        return new StrategyView(
                strategy.id().value(),
                strategy.name(),
                strategy.template().id(),
                strategy.parameters(),
                strategy.instrument().id().toString(),
                strategy.timeframe().code(),
                strategy.accountId().value(),
                settings.investmentPct().value(),
                number(settings.longTakeProfitPct()),
                number(settings.longStopLossPct()),
                number(settings.shortTakeProfitPct()),
                number(settings.shortStopLossPct()),
                settings.leverage(),
                settings.allowShort(),
                settings.maxOpenPositions(),
                SizingRequest.of(settings.sizing()),
                number(settings.trailingPct()),
                strategy.approval().word(),
                strategy.approval().minutes(),
                strategy.approval().movePct(),
                strategy.active(),
                strategy.webhookSecretHash() != null,
                warnings(settings),
                strategy.createdAt(),
                strategy.updatedAt());
    }

    private static List<String> warnings(StrategySettings settings) {
        List<String> warnings = new ArrayList<>();
        if (settings.leverage() > 3) {
            warnings.add("Leverage above 3 can lose the whole investment within one day.");
        }
        if (settings.allowShort()) {
            warnings.add("A spot account sells only what it holds; short signals close long positions.");
        }
        return warnings;
    }

    private static BigDecimal number(Percent percent) {
        return percent == null ? null : percent.value();
    }
}
