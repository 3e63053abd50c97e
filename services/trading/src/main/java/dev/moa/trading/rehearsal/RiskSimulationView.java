package dev.moa.trading.rehearsal;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an entry would risk; amounts in {@code currency}.
 *
 * @param positionSize how much would be bought or sold, in the instrument's own unit
 * @param maxLoss at the stop, fees included; without a stop everything that is put in
 * @param maxLossPct of the equity
 * @param liquidationPrice null for what is paid in full
 * @param riskRewardRatio profit at the target for each unit lost at the stop; null without target or stop
 */
@Serdeable
record RiskSimulationView(
        BigDecimal maxLoss,
        @Nullable BigDecimal liquidationPrice,
        @Nullable BigDecimal riskRewardRatio,
        BigDecimal positionSize,
        List<String> warnings,
        BigDecimal positionValue,
        BigDecimal margin,
        BigDecimal entryPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal targetPrice,
        BigDecimal maxLossPct,
        int leverage,
        String currency) {}
