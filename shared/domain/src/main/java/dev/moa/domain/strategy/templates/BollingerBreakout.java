package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.indicator.Bollinger;
import dev.moa.domain.indicator.Crossing;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import java.math.BigDecimal;
import java.util.Optional;

/** Buys when a close breaks out above the upper band, sells when a close falls back below the average. */
public final class BollingerBreakout implements Strategy {
    private final Bollinger bands;
    private final Crossing outside = new Crossing();
    private final Crossing middle = new Crossing();

    public BollingerBreakout(int length, BigDecimal width) {
        this.bands = new Bollinger(length, width);
    }

    @Override
    public int candlesNeeded() {
        return bands.pricesNeeded();
    }

    @Override
    public Optional<Signal> onCandle(CandleSeries series) {
        Candle candle = series.last();
        bands.add(candle.close());
        if (!bands.isReady()) {
            return Optional.empty();
        }
        BigDecimal close = candle.close().value();
        boolean out = outside.next(close.compareTo(bands.upper())) > 0;
        boolean back = middle.next(close.compareTo(bands.middle())) < 0;
        if (out) {
            return signal(Signal.Action.ENTER_LONG, candle, "broke out above the upper band");
        }
        return back ? signal(Signal.Action.EXIT, candle, "fell below the middle band") : Optional.empty();
    }

    private Optional<Signal> signal(Signal.Action action, Candle candle, String what) {
        String reason =
                "The close %s of %d candles (candle of %s).".formatted(what, bands.pricesNeeded(), candle.openTime());
        return Optional.of(new Signal(action, candle.openTime(), reason));
    }
}
