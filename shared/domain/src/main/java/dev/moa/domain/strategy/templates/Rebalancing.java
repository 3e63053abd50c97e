package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.order.Protection;
import dev.moa.domain.strategy.Aim;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.value.Percent;
import java.util.Optional;

/** Keeps the instrument at a share of the equity: looks every so many hours and trades when it is off by more than a band. */
public final class Rebalancing implements Strategy {
    private final Schedule schedule;
    private final Aim.Share aim;

    public Rebalancing(Percent target, Percent band, int everyHours) {
        this.schedule = new Schedule(everyHours);
        this.aim = new Aim.Share(target, band);
    }

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
        String reason =
                "The instrument shall be %s %% of the equity (candle of %s).".formatted(aim.share(), candle.openTime());
        return Optional.of(Signal.aiming(aim, candle.openTime(), reason));
    }

    @Override
    public Protection protection(Protection ofSettings) {
        return Protection.NONE;
    }
}
