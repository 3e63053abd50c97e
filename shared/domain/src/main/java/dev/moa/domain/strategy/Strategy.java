package dev.moa.domain.strategy;

import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Protection;
import java.util.Optional;

/**
 * Decides on closed candles. Deterministic: the same candles give the same signals. Mutable; one instance sees each candle of
 * one instrument and interval once, in order, used by one thread.
 */
public interface Strategy {
    /** How many candles it must have seen before it may be believed; it gives no signal before. */
    int candlesNeeded();

    /** Takes the series whose last candle has just closed; the series remembers at least {@link #candlesNeeded} candles. */
    Optional<Signal> onCandle(CandleSeries series);

    /** Told once, before the first candle, what is traded: whoever names prices and quantities keeps to its steps. */
    default void trades(Instrument instrument) {}

    /** The exits of what it buys: those of its settings, unless it leaves by its own rule. */
    default Protection protection(Protection ofSettings) {
        return ofSettings;
    }

    /** Whether its exit is also an opinion: that the price will fall. Where short positions are allowed it then turns around. */
    default boolean isTwoSided() {
        return false;
    }
}
