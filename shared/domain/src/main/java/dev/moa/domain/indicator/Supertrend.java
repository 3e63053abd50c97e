package dev.moa.domain.indicator;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Supertrend: a line that trails the price at so many average true ranges from the candle's middle. Below the price in an upward
 * trend it only rises, above it in a downward one it only falls; a close beyond it turns the trend. The first trend it
 * states is downward until a close lies above the line, as in TradingView's {@code ta.supertrend}. Mutable.
 */
public final class Supertrend {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Atr atr;
    private final BigDecimal factor;
    private BigDecimal upper;
    private BigDecimal lower;
    private BigDecimal lastClose;
    private boolean rising;

    /** @throws InvalidValue unless the length is at least 1 and the factor above zero */
    public Supertrend(int length, BigDecimal factor) {
        if (factor.signum() <= 0) {
            throw new InvalidValue("factor", "must be above zero");
        }
        this.atr = new Atr(length);
        this.factor = factor;
    }

    public int candlesNeeded() {
        return atr.candlesNeeded();
    }

    public void add(Candle candle) {
        atr.add(candle);
        BigDecimal close = candle.close().value();
        if (atr.isReady()) {
            move(candle, close);
        }
        lastClose = close;
    }

    private void move(Candle candle, BigDecimal close) {
        BigDecimal middle = candle.high().value().add(candle.low().value()).divide(TWO, DIGITS);
        BigDecimal distance = atr.value().multiply(factor, DIGITS);
        BigDecimal above = middle.add(distance, DIGITS);
        BigDecimal below = middle.subtract(distance, DIGITS);
        boolean first = upper == null;
        upper = first || above.compareTo(upper) < 0 || lastClose.compareTo(upper) > 0 ? above : upper;
        lower = first || below.compareTo(lower) > 0 || lastClose.compareTo(lower) < 0 ? below : lower;
        if (!first) {
            rising = rising ? close.compareTo(lower) >= 0 : close.compareTo(upper) > 0;
        }
    }

    public boolean isReady() {
        return upper != null;
    }

    /** Whether the trend is upward; only once it is ready. */
    public boolean isRising() {
        return rising;
    }

    /** The line; null until it is ready. */
    public BigDecimal value() {
        return rising ? lower : upper;
    }
}
