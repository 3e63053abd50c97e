package dev.moa.domain.strategy;

import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.indicator.Crossing;
import java.math.BigDecimal;
import java.util.Optional;

/** The published benchmark's strategy: exact simple averages, compared without dividing. */
public final class SmaCrossover implements Strategy {
    private final int fastLength;
    private final int slowLength;
    private final Crossing crossing = new Crossing();
    private BigDecimal fast = BigDecimal.ZERO;
    private BigDecimal slow = BigDecimal.ZERO;

    public SmaCrossover(int fastLength, int slowLength) {
        this.fastLength = fastLength;
        this.slowLength = slowLength;
    }

    @Override
    public int candlesNeeded() {
        return slowLength + 1;
    }

    @Override
    public Optional<Signal> onCandle(CandleSeries series) {
        fast = slide(fast, series, fastLength);
        slow = slide(slow, series, slowLength);
        if (series.count() < slowLength) {
            return Optional.empty();
        }
        int sign =
                fast.multiply(BigDecimal.valueOf(slowLength)).compareTo(slow.multiply(BigDecimal.valueOf(fastLength)));
        return switch (crossing.next(sign)) {
            case 1 ->
                Optional.of(new Signal(Signal.Action.ENTER_LONG, series.last().openTime(), "above"));
            case -1 -> Optional.of(new Signal(Signal.Action.EXIT, series.last().openTime(), "below"));
            default -> Optional.empty();
        };
    }

    private static BigDecimal slide(BigDecimal sum, CandleSeries series, int length) {
        BigDecimal more = sum.add(series.last().close().value());
        return series.count() > length
                ? more.subtract(series.ago(length).close().value())
                : more;
    }
}
