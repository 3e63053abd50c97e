package dev.moa.trading.strategy;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.MarginBrackets;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.Percent;
import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
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
        @Nullable Integer maxOpenPositions,
        @Nullable @Valid SizingRequest sizing,
        @Nullable BigDecimal trailingPct,

        @Nullable @Size(max = 20) @OneOf({"none", "each_order"})
        String approval,

        @Nullable Integer approvalMinutes,
        @Nullable BigDecimal approvalMaxMovePct) {

    StrategySettings settings() {
        StrategySettings standard = StrategySettings.DEFAULT;
        return standard.investing(percent(investmentPct, standard.investmentPct()))
                .leavingLong(
                        percent(longTpPct, standard.longTakeProfitPct()),
                        percent(longSlPct, standard.longStopLossPct()))
                .leavingShort(
                        percent(shortTpPct, standard.shortTakeProfitPct()),
                        percent(shortSlPct, standard.shortStopLossPct()))
                .bounded(
                        leverage == null ? standard.leverage() : leverage,
                        Boolean.TRUE.equals(allowShort),
                        maxOpenPositions == null ? standard.maxOpenPositions() : maxOpenPositions)
                .sized(sizing == null ? null : sizing.toSizing())
                .trailing(percent(trailingPct, null));
    }

    /** The given strategy with everything that this request says; parts that do not fit together are refused. */
    Strategy applyTo(Strategy strategy) {
        StrategyTemplate template = StrategyTemplate.of(indicatorId);
        Strategy wanted = new Strategy(
                strategy.id(),
                strategy.userId(),
                strategy.accountId(),
                name.strip(),
                template,
                template.checked(parameters == null ? Map.of() : parameters),
                VenueRules.instrument(InstrumentId.parse(instrument)),
                Interval.of(timeframe),
                settings(),
                ApprovalPolicy.of(approval, approvalMinutes, approvalMaxMovePct),
                strategy.active(),
                strategy.webhookSecretHash(),
                strategy.createdAt(),
                strategy.updatedAt());
        if (wanted.instrument().isMargined()) {
            MarginBrackets.of(wanted.instrument()).checked(wanted.settings().leverage());
        }
        wanted.newRun();
        return wanted;
    }

    private static Percent percent(BigDecimal given, Percent standard) {
        return given == null ? standard : new Percent(given);
    }
}
