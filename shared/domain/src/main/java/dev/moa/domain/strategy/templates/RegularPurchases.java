package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.order.Protection;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Buys again and again, also what is held already: once every so many hours, as large as the settings say. With a dip it waits until
 * the close lies that many percent below the close of its last occasion. It has no stop; with a take-profit everything
 * is sold that far above the average price.
 */
public final class RegularPurchases implements Strategy {
    private final Schedule schedule;
    private final BigDecimal dip;
    private final Protection protection;
    private Price before;

    /** @param dip percent, zero for none; @param takeProfit likewise */
    public RegularPurchases(int everyHours, BigDecimal dip, Percent takeProfit) {
        this.schedule = new Schedule(everyHours);
        this.dip = dip;
        this.protection = takeProfit.value().signum() == 0 ? Protection.NONE : new Protection(takeProfit, null);
    }

    /** One, so that it can tell when a period begins. */
    @Override
    public int candlesNeeded() {
        return 1;
    }

    @Override
    public Optional<Signal> onCandle(CandleSeries series) {
        Candle candle = series.last();
        if (!schedule.strikes(candle)) {
            return Optional.empty();
        }
        Price limit = before == null ? null : before.moved(dip.negate());
        before = candle.close();
        if (dip.signum() > 0 && (limit == null || candle.close().isAbove(limit))) {
            return Optional.empty();
        }
        String reason = "It is time for the next purchase (candle of %s).".formatted(candle.openTime());
        return Optional.of(new Signal(Signal.Action.ADD, candle.openTime(), reason));
    }

    @Override
    public Protection protection(Protection ofSettings) {
        return protection;
    }
}
