package dev.moa.backtest.measure;

import dev.moa.domain.performance.Performance;
import dev.moa.domain.value.Decimals;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;

/**
 * What a run found. Amounts in the quote currency, percents and ratios with at most 6 decimals; left out where they have no meaning.
 *
 * @param netProfit final less initial equity; the open position counts at the last close
 * @param maxDrawdownPct with the highest point it fell from and the lowest it fell to
 * @param tradeCount closed trades only, as in every figure about trades
 * @param totalFees of every fill
 * @param exposurePct share of the time in which something was held
 * @param buyAndHoldPct last close against first open
 * @param refusals how often each reason kept an order from being placed
 */
@Serdeable
public record Figures(
        BigDecimal initialEquity,
        BigDecimal finalEquity,
        BigDecimal netProfit,
        BigDecimal totalReturnPct,
        @Nullable BigDecimal cagrPct,
        BigDecimal maxDrawdownPct,
        @Nullable Instant maxDrawdownFrom,
        @Nullable Instant maxDrawdownTo,
        @Nullable BigDecimal sharpe,
        @Nullable BigDecimal sortino,
        @Nullable BigDecimal calmar,
        int tradeCount,
        int wins,
        @Nullable BigDecimal winRate,
        @Nullable BigDecimal profitFactor,
        @Nullable BigDecimal expectancy,
        BigDecimal totalFees,
        BigDecimal exposurePct,
        BigDecimal buyAndHoldPct,
        long candles,
        Map<String, Integer> refusals) {

    private static final int SCALE = 6;

    static Figures of(Performance found, RunWatch watch, Map<String, Integer> refusals) {
        return new Figures(
                found.startEquity(),
                found.finalEquity(),
                Decimals.canonical("profit", found.finalEquity().subtract(found.startEquity())),
                found.totalReturnPct(),
                found.cagrPct(),
                found.maxDrawdownPct(),
                found.drawdownFrom(),
                found.drawdownTo(),
                found.sharpe(),
                watch.sortino(),
                calmar(found),
                found.trades(),
                found.wins(),
                found.winRatePct(),
                found.profitFactor(),
                found.expectancy(),
                found.fees(),
                watch.exposurePct(),
                watch.buyAndHoldPct(),
                watch.candles(),
                refusals);
    }

    private static BigDecimal calmar(Performance found) {
        return found.cagrPct() == null || found.maxDrawdownPct().signum() == 0
                ? null
                : rounded(found.cagrPct(), found.maxDrawdownPct());
    }

    static BigDecimal rounded(BigDecimal part, BigDecimal whole) {
        return Decimals.canonical("ratio", part.divide(whole, SCALE, RoundingMode.HALF_EVEN));
    }
}
