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
import java.util.HashMap;
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
        Map<String, Integer> parameters,
        Instrument instrument,
        Interval timeframe,
        StrategySettings settings,
        boolean active,
        String webhookSecretHash,
        Instant createdAt,
        Instant updatedAt) {

    /** A run that has seen no candle yet. */
    public StrategyRun newRun() {
        Map<String, BigDecimal> decimals = new HashMap<>();
        parameters.forEach((parameter, value) -> decimals.put(parameter, BigDecimal.valueOf(value)));
        return new StrategyRun(id, instrument, template.create(decimals), settings);
    }

    /** How many candles it needs before it may be believed. */
    public int candlesNeeded() {
        Map<String, BigDecimal> decimals = new HashMap<>();
        parameters.forEach((parameter, value) -> decimals.put(parameter, BigDecimal.valueOf(value)));
        return template.create(decimals).candlesNeeded();
    }
}
