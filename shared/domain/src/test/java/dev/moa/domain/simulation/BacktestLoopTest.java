package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.candle;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.EmaCrossover;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestLoopTest {
    private final List<Candle> walk = walk(20_000);

    @Test
    void theSameCandlesGiveTheSameResultToTheLastDigit() {
        BacktestResult once = backtest(FillModel.NEXT_OPEN).run(walk.iterator(), BacktestProgress.SILENT);
        BacktestResult again = backtest(FillModel.NEXT_OPEN).run(walk.iterator(), BacktestProgress.SILENT);

        assertTrue(once.trades().size() > 100);
        assertEquals(once, again);
    }

    /** What paper trading does with replayed candles: the same steps at a desk of its own. */
    @Test
    void filledAtTheSignalsCloseItEqualsPaperTradingToTheLastDigit() {
        List<ClosedTrade> onPaper = new ArrayList<>();
        Portfolio book = Portfolio.opened(new AccountId(UUID.randomUUID()), usdt("10000"));
        SimulatedDesk desk = new SimulatedDesk(
                book,
                FillModel.SIGNAL_CLOSE,
                RiskLimits.DEFAULT,
                () -> new OrderId(UUID.randomUUID()),
                trades(onPaper));
        StrategyRun run = run();
        walk.forEach(candle -> CandleStep.close(desk, Samples.BTC, candle, Interval.M1, List.of(run)));

        BacktestResult result = backtest(FillModel.SIGNAL_CLOSE).run(walk.iterator(), BacktestProgress.SILENT);

        assertTrue(result.trades().size() > 100);
        assertEquals(figures(result.trades()), figures(onPaper));
        assertEquals(result.performance().finalEquity(), book.equity(Currency.USDT));
    }

    @Test
    void theEquityIsTheCashAndEveryProfit() {
        BacktestResult result = backtest(FillModel.NEXT_OPEN).run(walk.iterator(), BacktestProgress.SILENT);

        BigDecimal sum = new BigDecimal("10000");
        for (ClosedTrade trade : result.trades()) {
            sum = sum.add(trade.profit());
        }
        if (result.open() != null) {
            sum = sum.add(result.open().realized())
                    .add(result.open().unrealized(walk.getLast().close()));
        }
        assertEquals(0, sum.compareTo(result.performance().finalEquity()));
    }

    @Test
    void slippageCosts() {
        BacktestResult dear = backtest(FillModel.NEXT_OPEN).run(walk.iterator(), BacktestProgress.SILENT);
        BacktestResult free = backtest(FillModel.NEXT_OPEN.withSlippage(BigDecimal.ZERO))
                .run(walk.iterator(), BacktestProgress.SILENT);
        assertNotEquals(free.performance().finalEquity(), dear.performance().finalEquity());
    }

    @Test
    void itStopsWhenToldAndTellsWhatWasPlayed() {
        List<Long> heard = new ArrayList<>();
        BacktestResult stopped = backtest(FillModel.NEXT_OPEN).run(walk.iterator(), (candles, _) -> {
            heard.add(candles);
            return candles < 3000;
        });
        assertEquals(List.of(1000L, 2000L, 3000L), heard);
        assertEquals(3000, stopped.candles());
        assertTrue(stopped.cancelled());
    }

    @Test
    void candlesAreReadOneByOne() {
        Iterator<Candle> endless = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> candle(i, "100", "100", "100", "100"))
                .iterator();
        BacktestResult stopped = backtest(FillModel.NEXT_OPEN).run(endless, (candles, _) -> candles < 100_000);
        assertEquals(100_000, stopped.candles());
        assertTrue(stopped.curve().size() <= 2001);
    }

    @Test
    void withoutCandlesNothingHappens() {
        BacktestResult nothing =
                backtest(FillModel.NEXT_OPEN).run(List.<Candle>of().iterator(), BacktestProgress.SILENT);
        assertEquals(0, nothing.candles());
        assertEquals(List.of(), nothing.trades());
        assertFalse(nothing.cancelled());
        assertEquals(new BigDecimal("10000"), nothing.performance().finalEquity());
    }

    private static List<String> figures(List<ClosedTrade> trades) {
        return trades.stream()
                .map(trade -> String.join(
                        " ",
                        trade.openedAt().toString(),
                        trade.closedAt().toString(),
                        trade.quantity().toString(),
                        trade.entryPrice().toString(),
                        trade.exitPrice().toString(),
                        trade.profit().toPlainString(),
                        trade.closedBy().name()))
                .toList();
    }

    private static BacktestLoop backtest(FillModel model) {
        return new BacktestLoop(run(), Interval.M1, usdt("10000"), RiskLimits.DEFAULT, model);
    }

    private static StrategyRun run() {
        return new StrategyRun(
                new StrategyId(new UUID(0, 1)), Samples.BTC, new EmaCrossover(5, 20), StrategySettings.DEFAULT);
    }

    private static SimulatedDesk.Journal trades(List<ClosedTrade> into) {
        return new SimulatedDesk.Journal() {
            @Override
            public void booked(PortfolioChange change) {
                if (change.closed() != null) {
                    into.add(change.closed());
                }
            }

            @Override
            public void refused(OrderRequest request, RiskVerdict verdict) {
                throw new AssertionError(verdict.toString());
            }
        };
    }

    /** A random walk in cents, always the same. */
    private static List<Candle> walk(int length) {
        Random random = new Random(42);
        List<Candle> candles = new ArrayList<>();
        long price = 6_000_000;
        for (int i = 0; i < length; i++) {
            long open = price;
            price += Math.round(random.nextGaussian() * 8_000);
            long high = Math.max(open, price) + random.nextInt(5_000);
            long low = Math.min(open, price) - random.nextInt(5_000);
            candles.add(candle(i, cents(open), cents(high), cents(low), cents(price)));
        }
        return candles;
    }

    private static String cents(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
