package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.indicator.Crossing;
import dev.moa.domain.indicator.Rsi;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Buys when the relative strength index rises out of the oversold range, sells when it falls out of the overbought one. */
public final class RsiReversal implements Strategy {
    private final Rsi rsi;
    private final BigDecimal oversold;
    private final BigDecimal overbought;
    private final Crossing low = new Crossing();
    private final Crossing high = new Crossing();

    /** @throws InvalidValue unless oversold lies below overbought */
    public RsiReversal(int length, BigDecimal oversold, BigDecimal overbought) {
        if (oversold.compareTo(overbought) >= 0) {
            throw new InvalidValue("oversold", "must be less than overbought");
        }
        this.rsi = new Rsi(length);
        this.oversold = oversold;
        this.overbought = overbought;
    }

    @Override
    public int candlesNeeded() {
        return rsi.pricesNeeded();
    }

    @Override
    public Optional<Signal> onCandle(CandleSeries series) {
        Candle candle = series.last();
        rsi.add(candle.close());
        if (!rsi.isReady()) {
            return Optional.empty();
        }
        boolean recovered = low.next(rsi.value().compareTo(oversold)) > 0;
        boolean exhausted = high.next(rsi.value().compareTo(overbought)) < 0;
        if (recovered) {
            return signal(Signal.Action.ENTER_LONG, candle, "rose above " + oversold.toPlainString());
        }
        return exhausted
                ? signal(Signal.Action.EXIT, candle, "fell below " + overbought.toPlainString())
                : Optional.empty();
    }

    private Optional<Signal> signal(Signal.Action action, Candle candle, String what) {
        String reason = "The relative strength index of %d candles %s (candle of %s)."
                .formatted(rsi.pricesNeeded() - 1, what, candle.openTime());
        return Optional.of(new Signal(action, candle.openTime(), reason));
    }
}
