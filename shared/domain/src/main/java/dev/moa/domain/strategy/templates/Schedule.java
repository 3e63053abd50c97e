package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import java.time.Duration;

/**
 * Strikes with the first candle of every period. Periods are counted from 1970-01-01T00:00Z, not from the first candle seen, so that
 * a restart strikes at the same candles. Mutable.
 */
final class Schedule {
    private final long seconds;
    private Long last;

    Schedule(int hours) {
        this.seconds = Duration.ofHours(hours).toSeconds();
    }

    boolean strikes(Candle candle) {
        long period = Math.floorDiv(candle.openTime().getEpochSecond(), seconds);
        boolean next = last != null && period > last;
        last = period;
        return next;
    }
}
