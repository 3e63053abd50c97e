package dev.moa.backtest.measure;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.simulation.BacktestProgress;
import dev.moa.domain.simulation.BacktestResult;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Looks over the shoulder of one run: gathers in constant memory what the result does not keep. */
public final class RunWatch implements BacktestProgress {
    /** More would not fit into the heap beside everything else, and nobody reads them. */
    public static final int MOST_TRADES = 50_000;

    private static final int CURVE_POINTS = 1_000;

    private final Interval interval;
    private final Pace pace;
    private final CurveSample curve = new CurveSample(CURVE_POINTS);
    private final Downside downside = new Downside();
    private Duration held = Duration.ZERO;
    private int trades;
    private Candle first;
    private Candle last;
    private long candles;

    /** Is told how many candles have been played, and says whether to go on. */
    @FunctionalInterface
    public interface Pace {
        boolean goOn(long candles);
    }

    public RunWatch(Interval interval, Pace pace) {
        this.interval = interval;
        this.pace = pace;
    }

    /** The same candles, seen on their way. */
    public Iterator<Candle> seen(Iterator<Candle> stored) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return stored.hasNext();
            }

            @Override
            public Candle next() {
                last = stored.next();
                first = first == null ? last : first;
                candles++;
                return last;
            }
        };
    }

    @Override
    public boolean goOn(long played, Instant at) {
        return pace.goOn(played);
    }

    @Override
    public void equity(Instant candle, BigDecimal equity) {
        curve.add(candle, equity);
        downside.add(candle, equity);
    }

    @Override
    public void closed(ClosedTrade trade) {
        held = held.plus(Duration.between(trade.openedAt(), trade.closedAt()));
        if (++trades > MOST_TRADES) {
            throw new TooManyTrades();
        }
    }

    /** Everything about a run that reached its last candle; asked once. */
    public Findings findings(BacktestResult result) {
        List<Trade> list = new ArrayList<>();
        result.trades().forEach(trade -> list.add(Trade.of(list.size() + 1, trade)));
        if (result.open() != null) {
            held = held.plus(Duration.between(result.open().openedAt(), end()));
            Price close = last.close();
            list.add(Trade.open(list.size() + 1, result.open(), close));
        }
        List<List<String>> points = curve.points().stream()
                .map(point -> List.of(point.at().toString(), point.equity().toPlainString()))
                .toList();
        return new Findings(Figures.of(result.performance(), this, result.refusals()), points, list);
    }

    private Instant end() {
        return interval.closeTime(last.openTime());
    }

    long candles() {
        return candles;
    }

    BigDecimal sortino() {
        return downside.sortino();
    }

    BigDecimal exposurePct() {
        Duration whole = Duration.between(first.openTime(), end());
        return Figures.rounded(
                BigDecimal.valueOf(held.toSeconds()).movePointRight(2), BigDecimal.valueOf(whole.toSeconds()));
    }

    BigDecimal buyAndHoldPct() {
        BigDecimal open = first.open().value();
        return Figures.rounded(last.close().value().subtract(open).movePointRight(2), open);
    }
}
