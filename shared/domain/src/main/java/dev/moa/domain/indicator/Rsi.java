package dev.moa.domain.indicator;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Relative strength index after Wilder: 0 when prices only fell, 100 when they only rose, 50 when nothing moved. Needs one price
 * more than it is long. Mutable.
 */
public final class Rsi {
    private static final BigDecimal MIDDLE = BigDecimal.valueOf(50);

    private final int length;
    private final WilderAverage gains;
    private final WilderAverage losses;
    private BigDecimal last;

    /** @throws InvalidValue unless the length is at least 1 */
    public Rsi(int length) {
        this.length = length;
        this.gains = new WilderAverage(length);
        this.losses = new WilderAverage(length);
    }

    public int pricesNeeded() {
        return length + 1;
    }

    public void add(Price close) {
        BigDecimal price = close.value();
        if (last != null) {
            BigDecimal change = price.subtract(last);
            gains.add(change.max(BigDecimal.ZERO));
            losses.add(change.negate().max(BigDecimal.ZERO));
        }
        last = price;
    }

    public boolean isReady() {
        return gains.isReady();
    }

    /** From 0 to 100; null until it is ready. */
    public BigDecimal value() {
        if (!isReady()) {
            return null;
        }
        BigDecimal moves = gains.value().add(losses.value());
        return moves.signum() == 0
                ? MIDDLE
                : gains.value().multiply(Decimals.HUNDRED).divide(moves, MathContext.DECIMAL64);
    }
}
