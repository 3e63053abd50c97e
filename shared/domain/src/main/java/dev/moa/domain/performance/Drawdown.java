package dev.moa.domain.performance;

import java.math.BigDecimal;

/**
 * The deepest fall below the highest value so far.
 *
 * @param <T> a moment or a day
 * @param depth as a share of the peak, 0.1 for ten percent; zero when nothing ever fell
 * @param peakAt when the fall began; null when nothing ever fell, as is {@code troughAt}
 * @param recoveredAt when the peak was reached again; null while it was not
 */
public record Drawdown<T>(BigDecimal depth, T peakAt, T troughAt, T recoveredAt) {}
