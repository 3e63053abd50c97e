package dev.moa.trading.strategy;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.Percent;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/** A strategy as people set it up; what is left out takes the defaults of api.md. Percents are numbers such as 2.5. */
@Serdeable
record StrategyRequest(
        @NotBlank @Size(max = 80) String name,
        @NotBlank @Size(max = 40) String indicatorId,
        @Nullable @Size(max = 20) Map<String, BigDecimal> parameters,
        @NotBlank @Size(max = 60) String instrument,
        @NotBlank @Size(max = 4) String timeframe,
        @Nullable UUID accountId,
        @Nullable BigDecimal investmentPct,
        @Nullable BigDecimal longTpPct,
        @Nullable BigDecimal longSlPct,
        @Nullable BigDecimal shortTpPct,
        @Nullable BigDecimal shortSlPct,
        @Nullable Integer leverage,
        @Nullable Boolean allowShort,
        @Nullable Integer maxOpenPositions) {

    StrategySettings settings() {
        StrategySettings standard = StrategySettings.DEFAULT;
        return new StrategySettings(
                percent(investmentPct, standard.investmentPct()),
                percent(longTpPct, standard.longTakeProfitPct()),
                percent(longSlPct, standard.longStopLossPct()),
                percent(shortTpPct, standard.shortTakeProfitPct()),
                percent(shortSlPct, standard.shortStopLossPct()),
                leverage == null ? standard.leverage() : leverage,
                Boolean.TRUE.equals(allowShort),
                maxOpenPositions == null ? standard.maxOpenPositions() : maxOpenPositions);
    }

    /** The given strategy with everything that this request says. */
    Strategy applyTo(Strategy strategy) {
        StrategyTemplate template = StrategyTemplate.of(indicatorId);
        return new Strategy(
                strategy.id(),
                strategy.userId(),
                strategy.accountId(),
                name.strip(),
                template,
                template.checked(parameters == null ? Map.of() : parameters),
                VenueRules.instrument(InstrumentId.parse(instrument)),
                Interval.of(timeframe),
                settings(),
                strategy.active(),
                strategy.webhookSecretHash(),
                strategy.createdAt(),
                strategy.updatedAt());
    }

    private static Percent percent(BigDecimal given, Percent standard) {
        return given == null ? standard : new Percent(given);
    }
}
