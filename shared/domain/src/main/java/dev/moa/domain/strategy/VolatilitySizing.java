package dev.moa.domain.strategy;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.indicator.Atr;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;

/** Less of what moves much: a move of so many average true ranges costs the same share of the equity everywhere. Mutable. */
final class VolatilitySizing implements PositionSizing {
    /** The average leans on where it began; after so many times its length that no longer shows. */
    private static final int SETTLED = 4;

    private final Percent risk;
    private final Atr atr;
    private final BigDecimal multiple;

    VolatilitySizing(Percent risk, int length, BigDecimal multiple) {
        this.risk = risk;
        this.atr = new Atr(length);
        this.multiple = multiple;
    }

    @Override
    public void onCandle(Candle closed) {
        atr.add(closed);
    }

    @Override
    public int candlesNeeded() {
        return SETTLED * atr.candlesNeeded();
    }

    /** Nothing while it has not seen enough candles to know. */
    @Override
    public Quantity quantity(Instrument instrument, Portfolio portfolio, Price expected) {
        return atr.isReady()
                ? PositionSizing.byDistance(
                        instrument,
                        portfolio,
                        expected,
                        new PositionSizing.AtRisk(risk, atr.value().multiply(multiple)))
                : Quantity.ZERO;
    }
}
