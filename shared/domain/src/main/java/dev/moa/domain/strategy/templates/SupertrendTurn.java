package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.indicator.Crossing;
import dev.moa.domain.indicator.Supertrend;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import java.math.BigDecimal;
import java.util.Optional;

/** Buys when the Supertrend turns upward, sells when it turns downward. */
public final class SupertrendTurn implements Strategy {
    private final Supertrend trend;
    private final Crossing turn = new Crossing();

    public SupertrendTurn(int length, BigDecimal factor) {
        this.trend = new Supertrend(length, factor);
    }

    @Override
    public int candlesNeeded() {
        return trend.candlesNeeded();
    }

    @Override
    public boolean isTwoSided() {
        return true;
    }

    @Override
    public Optional<Signal> onCandle(CandleSeries series) {
        Candle candle = series.last();
        trend.add(candle);
        if (!trend.isReady()) {
            return Optional.empty();
        }
        return switch (turn.next(trend.isRising() ? 1 : -1)) {
            case 1 -> signal(Signal.Action.ENTER_LONG, candle, "upward");
            case -1 -> signal(Signal.Action.EXIT, candle, "downward");
            default -> Optional.empty();
        };
    }

    private static Optional<Signal> signal(Signal.Action action, Candle candle, String where) {
        String reason = "The Supertrend turned %s (candle of %s).".formatted(where, candle.openTime());
        return Optional.of(new Signal(action, candle.openTime(), reason));
    }
}
