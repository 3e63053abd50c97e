package dev.moa.domain.simulation;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.performance.EquityCurve;
import dev.moa.domain.performance.PerformanceMeter;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Plays stored candles to one strategy with the orders, the book, the venue and the risk rules of paper trading. Streams: memory
 * does not grow with the candles. A signal of the last candle that would act at the next open is dropped; a position still held
 * stays open and counts in the equity at the last close. One instance runs once.
 */
public final class BacktestLoop {
    private static final int CURVE_POINTS = 2_000;
    private static final int PROGRESS_EVERY = 1_000;

    private final StrategyRun run;
    private final Interval interval;
    private final Portfolio portfolio;
    private final SimulatedDesk desk;
    private final PerformanceMeter meter;
    private final EquityCurve curve = new EquityCurve(CURVE_POINTS);
    private final List<ClosedTrade> trades = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private BacktestProgress watch = BacktestProgress.SILENT;
    private Signal pending;
    private long candles;
    private long orders;

    /** @param cash the purse at the beginning, in the quote currency of the run's instrument */
    public BacktestLoop(StrategyRun run, Interval interval, Money cash, RiskLimits limits, FillModel model) {
        this.run = run;
        this.interval = interval;
        this.portfolio = Portfolio.opened(new AccountId(new UUID(0, 0)), cash);
        this.meter = new PerformanceMeter(cash.amount());
        this.desk = new SimulatedDesk(portfolio, model, limits, this::nextOrder, new Journal());
    }

    /** Numbered, so that the same run makes the same orders and fills. */
    private OrderId nextOrder() {
        return new OrderId(new UUID(0, ++orders));
    }

    /** Plays the candles, oldest first. */
    public BacktestResult run(Iterator<Candle> stored, BacktestProgress progress) {
        boolean goOn = true;
        watch = progress;
        while (goOn && stored.hasNext()) {
            Candle candle = stored.next();
            play(candle);
            if (++candles % PROGRESS_EVERY == 0) {
                goOn = progress.goOn(candles, candle.openTime());
            }
        }
        return new BacktestResult(
                candles,
                meter.result(),
                List.copyOf(trades),
                portfolio.position(run.instrument().id()).orElse(null),
                curve.points(),
                Map.copyOf(refusals),
                !goOn);
    }

    private void play(Candle candle) {
        switch (desk.fillModel().timing()) {
            case SIGNAL_CLOSE -> CandleStep.close(desk, run.instrument(), candle, interval, List.of(run));
            case NEXT_OPEN -> {
                portfolio.beginDay(candle.openTime());
                if (pending != null) {
                    CandleStep.act(desk, run, pending, Quote.last(candle.open(), candle.openTime()));
                }
                CandleStep.move(desk, run.instrument(), PriceMove.of(candle));
                pending = run.onCandle(candle).orElse(null);
            }
        }
        var equity = portfolio.equity(run.instrument().quote());
        curve.add(candle.openTime(), equity);
        meter.equity(candle.openTime(), equity);
        watch.equity(candle.openTime(), equity);
    }

    private final class Journal implements SimulatedDesk.Journal {
        @Override
        public void booked(PortfolioChange change) {
            Fill fill = change.transition().fill();
            if (fill != null) {
                meter.fee(fill.fee().amount());
            }
            if (change.closed() != null) {
                trades.add(change.closed());
                meter.trade(change.closed());
                watch.closed(change.closed());
            }
        }

        @Override
        public void refused(OrderRequest request, RiskVerdict verdict) {
            verdict.reasons().forEach(reason -> refusals.merge(reason.code(), 1, Integer::sum));
        }
    }
}
