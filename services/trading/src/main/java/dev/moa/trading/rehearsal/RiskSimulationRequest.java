package dev.moa.trading.rehearsal;

import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.value.Percent;
import dev.moa.platform.json.OneOf;
import dev.moa.trading.strategy.SizingRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * An entry to be tried out; what is left out takes the defaults of strategies.
 *
 * @param accountId the person's default account if left out
 * @param timeframe of the candles that a size by volatility looks at; 1h if left out
 * @param side LONG (default) or SHORT
 * @param entryPrice the market's price if left out
 * @param stop false for an entry without a stop; @param target likewise without a take-profit
 */
@Serdeable
record RiskSimulationRequest(
        @NotBlank @Size(max = 60) String instrument,
        @Nullable UUID accountId,
        @Nullable @Size(max = 4) String timeframe,

        @Nullable @Size(max = 5) @OneOf({"LONG", "SHORT"}) String side,

        @Nullable BigDecimal entryPrice,
        @Nullable BigDecimal investmentPct,
        @Nullable @Valid SizingRequest sizing,
        @Nullable BigDecimal longTpPct,
        @Nullable BigDecimal longSlPct,
        @Nullable BigDecimal shortTpPct,
        @Nullable BigDecimal shortSlPct,
        @Nullable Integer leverage,
        @Nullable Boolean stop,
        @Nullable Boolean target) {

    StrategySettings settings() {
        StrategySettings standard = StrategySettings.DEFAULT;
        return standard.investing(or(investmentPct, standard.investmentPct()))
                .leavingLong(
                        exit(target, longTpPct, standard.longTakeProfitPct()),
                        exit(stop, longSlPct, standard.longStopLossPct()))
                .leavingShort(
                        exit(target, shortTpPct, standard.shortTakeProfitPct()),
                        exit(stop, shortSlPct, standard.shortStopLossPct()))
                .bounded(leverage == null ? standard.leverage() : leverage, isShort(), 1)
                .sized(sizing == null ? null : sizing.toSizing());
    }

    boolean isShort() {
        return "SHORT".equals(side);
    }

    private static Percent exit(Boolean wanted, BigDecimal given, Percent standard) {
        return Boolean.FALSE.equals(wanted) ? null : or(given, standard);
    }

    private static Percent or(BigDecimal given, Percent standard) {
        return given == null ? standard : new Percent(given);
    }
}
