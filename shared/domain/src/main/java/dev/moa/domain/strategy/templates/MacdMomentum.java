package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.indicator.Crossing;
import dev.moa.domain.indicator.Macd;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.value.InvalidValue;
import java.util.Optional;

/** Buys when the MACD line crosses above its signal line, sells when it crosses below. */
public final class MacdMomentum implements Strategy {
    private final Macd macd;
    private final Crossing crossing = new Crossing();

    /** @throws InvalidValue unless fast is shorter than slow */
    public MacdMomentum(int fast, int slow, int signal) {
        this.macd = new Macd(fast, slow, signal);
    }

    @Override
    public int candlesNeeded() {
        return macd.pricesNeeded();
    }

    @Override
    public boolean isTwoSided() {
        return true;
    }

    @Override
    public Optional<Signal> onCandle(CandleSeries series) {
        Candle candle = series.last();
        macd.add(candle.close());
        if (!macd.isReady()) {
            return Optional.empty();
        }
        return switch (crossing.next(macd.histogram().signum())) {
            case 1 -> signal(Signal.Action.ENTER_LONG, candle, "above");
            case -1 -> signal(Signal.Action.EXIT, candle, "below");
            default -> Optional.empty();
        };
    }

    private static Optional<Signal> signal(Signal.Action action, Candle candle, String where) {
        String reason = "MACD crossed %s its signal line (candle of %s).".formatted(where, candle.openTime());
        return Optional.of(new Signal(action, candle.openTime(), reason));
    }
}
