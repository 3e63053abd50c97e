package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.indicator.Crossing;
import dev.moa.domain.indicator.Ema;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.value.InvalidValue;
import java.time.Instant;
import java.util.Optional;

/**
 * Buys when a fast average of the closes crosses above a slow one, sells when it crosses below. Averages that become equal have not
 * crossed: the last difference that was not zero must have had the other sign. It begins to look when the slow average
 * may be believed, so its first signal comes at the earliest one candle later.
 */
public final class EmaCrossover implements Strategy {
    private final Ema fast;
    private final Ema slow;
    private final Crossing crossing = new Crossing();

    /** @throws InvalidValue unless fast is 1 to 500 and slow is 2 to 1000 and longer than fast */
    public EmaCrossover(int fastLength, int slowLength) {
        if (fastLength < 1 || fastLength > 500) {
            throw new InvalidValue("fast", "must be between 1 and 500");
        }
        if (slowLength < 2 || slowLength > 1000) {
            throw new InvalidValue("slow", "must be between 2 and 1000");
        }
        if (fastLength >= slowLength) {
            throw new InvalidValue("fast", "must be less than slow");
        }
        this.fast = new Ema(fastLength);
        this.slow = new Ema(slowLength);
    }

    @Override
    public int candlesNeeded() {
        return slow.pricesNeeded();
    }

    @Override
    public boolean isTwoSided() {
        return true;
    }

    @Override
    public Optional<Signal> onCandle(CandleSeries series) {
        Candle candle = series.last();
        fast.add(candle.close());
        slow.add(candle.close());
        if (!slow.isReady()) {
            return Optional.empty();
        }
        return switch (crossing.next(fast.value().compareTo(slow.value()))) {
            case 1 -> signal(Signal.Action.ENTER_LONG, candle.openTime(), "above");
            case -1 -> signal(Signal.Action.EXIT, candle.openTime(), "below");
            default -> Optional.empty();
        };
    }

    private Optional<Signal> signal(Signal.Action action, Instant at, String where) {
        String reason = "The average of %d closes crossed %s that of %d (candle of %s)."
                .formatted(fast.pricesNeeded(), where, slow.pricesNeeded(), at);
        return Optional.of(new Signal(action, at, reason));
    }
}
