package dev.moa.trading.strategy;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A person's strategy: which template on which instrument, how much it invests, and where it leaves.
 *
 * @param webhookSecretHash null until a webhook was made
 */
public record Strategy(
        StrategyId id,
        UUID userId,
        AccountId accountId,
        String name,
        StrategyTemplate template,
        Map<String, BigDecimal> parameters,
        Instrument instrument,
        Interval timeframe,
        StrategySettings settings,
        ApprovalPolicy approval,
        boolean active,
        String webhookSecretHash,
        Instant createdAt,
        Instant updatedAt) {

    /** A run that has seen no candle yet. */
    public StrategyRun newRun() {
        return new StrategyRun(id, instrument, template.create(parameters), settings);
    }
}
