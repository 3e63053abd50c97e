package dev.moa.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.MarketData;
import dev.moa.domain.Samples;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.FeeRates;
import dev.moa.domain.order.Protection;
import dev.moa.domain.performance.Performance;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.strategy.PositionSizing;
import dev.moa.domain.strategy.SmaCrossover;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Iterator;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine against results published by independent engines for the same files (backtesting.py and hand-written loops): crossing of simple
 * averages, orders at the next open, stop and target counted from the fill and live from the bar after it.
 */
class PublishedBacktestsTest {
    private static final FillModel AT_NEXT_OPEN =
            FillModel.NEXT_OPEN.withSlippage(BigDecimal.ZERO).exitsFromNextCandle();

    @ParameterizedTest
    @CsvSource({
        "us/GOOG.csv, 10, 30, 0.001, 10, 5, 2, 33, 12443.677528, 7.770404, 51.5152, 2.293876, 312.394472",
        "us/GOOG.csv, 5, 20, 0.001, 10, 5, 2, 57, 13784.829039, 7.143051, 50.8772, 2.267353, 539.331961",
        "fx/EURUSD_1h.csv.gz, 10, 30, 0.0002, 1000, 0.5, 0.2, 83, 10042.980243, 0.183628, 40.9639, 1.388185, 38.732487",
    })
    void fixedQuantityWithStopAndTargetAgrees(
            String file,
            int fast,
            int slow,
            String fee,
            String quantity,
            String target,
            String stop,
            int trades,
            String equity,
            String drawdown,
            String winRate,
            String profitFactor,
            String fees) {
        StrategyRun run = new StrategyRun(
                new StrategyId(new UUID(0, 1)),
                Samples.plain("TEST:X", FeeRates.of(fee)),
                new SmaCrossover(fast, slow),
                PositionSizing.fixed(Quantity.of(quantity)),
                new Protection(Percent.of(target), Percent.of(stop)));

        Performance found = play(run, file, "2000-01-01", "10000").performance();

        assertEquals(trades, found.trades());
        assertRounded(equity, found.finalEquity());
        assertRounded(drawdown, found.maxDrawdownPct());
        assertRounded(winRate, found.winRatePct());
        assertRounded(profitFactor, found.profitFactorOfReturns());
        assertRounded(fees, found.fees());
    }

    @ParameterizedTest
    @CsvSource({
        "us/GOOG.csv, 2004-01-01, 10000, 32, 54101.369160, 30.395607, 50.0000, 3.566323, 2159.315840",
        "kr/005930_1d.csv.gz, 2010-01-01, 100000000, 38, 190649851, 39.265782, 47.3684, 1.811050, 9133149",
    })
    void allCashInWholeUnitsAgrees(
            String file,
            String from,
            String cash,
            int trades,
            String equity,
            String drawdown,
            String winRate,
            String profitFactor,
            String feesOfClosedTrades) {
        StrategyRun run = new StrategyRun(
                new StrategyId(new UUID(0, 1)),
                Samples.plain("TEST:X", FeeRates.of("0.001")),
                new SmaCrossover(10, 30),
                PositionSizing.ofEquity(Percent.of("99.99")),
                Protection.NONE);

        BacktestResult result = play(run, file, from, cash);

        Performance found = result.performance();
        BigDecimal feesStillOpen =
                result.open() == null ? BigDecimal.ZERO : result.open().fees();
        assertEquals(trades, found.trades());
        assertRounded(equity, found.finalEquity());
        assertRounded(drawdown, found.maxDrawdownPct());
        assertRounded(winRate, found.winRatePct());
        assertRounded(profitFactor, found.profitFactorOfReturns());
        assertRounded(feesOfClosedTrades, found.fees().subtract(feesStillOpen));
    }

    private static BacktestResult play(StrategyRun run, String file, String from, String cash) {
        Instant start = Instant.parse(from + "T00:00:00Z");
        Iterator<Candle> candles = MarketData.candles(file).stream()
                .filter(candle -> !candle.openTime().isBefore(start))
                .iterator();
        Money purse = new Money(new BigDecimal(cash), Currency.USD);
        return new BacktestLoop(run, Interval.D1, purse, RiskLimits.NONE, AT_NEXT_OPEN)
                .run(candles, BacktestProgress.SILENT);
    }

    private static void assertRounded(String expected, BigDecimal found) {
        BigDecimal published = new BigDecimal(expected);
        assertEquals(published, found.setScale(published.scale(), RoundingMode.HALF_EVEN));
    }
}
