package dev.moa.domain.performance;

import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Watches how far a value falls below its peak; depths are rounded half-even to 12 decimals. Mutable. */
final class DrawdownMeter<T> {
    private BigDecimal peak;
    private T peakAt;
    private BigDecimal depth = BigDecimal.ZERO;
    private BigDecimal deepest = BigDecimal.ZERO;
    private T deepestFrom;
    private T deepestTo;
    private T recoveredAt;
    private boolean below;

    /** @param start the first peak */
    DrawdownMeter(BigDecimal start) {
        this.peak = start;
    }

    void add(T at, BigDecimal value) {
        if (peakAt == null) {
            peakAt = at;
        }
        if (value.compareTo(peak) >= 0) {
            peak = value;
            peakAt = at;
            depth = BigDecimal.ZERO;
            recoveredAt = below ? at : recoveredAt;
            below = false;
        } else if (peak.signum() > 0) {
            fallen(at, value);
        }
    }

    private void fallen(T at, BigDecimal value) {
        depth = peak.subtract(value).divide(peak, Decimals.RATIO_SCALE, RoundingMode.HALF_EVEN);
        if (depth.compareTo(deepest) > 0) {
            deepest = depth;
            deepestFrom = peakAt;
            deepestTo = at;
            recoveredAt = null;
            below = true;
        }
    }

    /** How far below the peak the value is now, as a share of it. */
    BigDecimal depth() {
        return depth;
    }

    Drawdown<T> deepest() {
        return new Drawdown<>(deepest, deepestFrom, deepestTo, recoveredAt);
    }
}
