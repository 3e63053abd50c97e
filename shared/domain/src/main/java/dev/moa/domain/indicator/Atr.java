package dev.moa.domain.indicator;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;

/**
 * Average true range after Wilder: how far prices move within a candle, gaps from the close before included. The first candle's
 * range is its high minus its low. Mutable.
 */
public final class Atr {
    private final int length;
    private final WilderAverage average;
    private BigDecimal lastClose;

    /** @throws InvalidValue unless the length is at least 1 */
    public Atr(int length) {
        this.length = length;
        this.average = new WilderAverage(length);
    }

    public int candlesNeeded() {
        return length;
    }

    public void add(Candle candle) {
        BigDecimal high = candle.high().value();
        BigDecimal low = candle.low().value();
        average.add(lastClose == null ? high.subtract(low) : high.max(lastClose).subtract(low.min(lastClose)));
        lastClose = candle.close().value();
    }

    public boolean isReady() {
        return average.isReady();
    }

    /** In the unit of the price; null until it is ready. */
    public BigDecimal value() {
        return average.value();
    }
}
