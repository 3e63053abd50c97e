package dev.moa.domain.strategy.templates;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Protection;
import dev.moa.domain.strategy.Aim;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Divides a range of prices into levels of equal height and buys at the lower, sells at the higher end of each, with resting orders.
 * Every level trades the same quantity: what {@code amount} buys in the middle of the range. Below the range it holds what it
 * bought, unless a stop is set: then it sells everything and waits until the price is back in the range.
 */
public final class PriceGrid implements Strategy {
    /** @param levels how many purchases fit into the range */
    public record Range(Price lower, Price upper, int levels) {
        /** @throws InvalidValue unless upper lies above lower */
        public Range {
            if (!upper.isAbove(lower)) {
                throw new InvalidValue("upper", "must be above lower");
            }
        }

        private Price middle() {
            return new Price(lower.value().add(upper.value()).divide(BigDecimal.TWO));
        }

        private List<Price> prices(Instrument instrument) {
            BigDecimal height = upper.value().subtract(lower.value());
            List<Price> prices = new ArrayList<>();
            for (int i = 0; i <= levels; i++) {
                BigDecimal part = height.multiply(BigDecimal.valueOf(i))
                        .divide(BigDecimal.valueOf(levels), Decimals.RATIO_SCALE, RoundingMode.DOWN);
                prices.add(instrument.tickSize().floor(new Price(lower.value().add(part))));
            }
            return prices;
        }
    }

    private final Range range;
    private final BigDecimal amount;
    private final Price stop;
    private Aim.Ladder ladder;
    private boolean stopped;

    /** @param stopBelow percent below the range, zero for no stop */
    public PriceGrid(Range range, BigDecimal amount, BigDecimal stopBelow) {
        this.range = range;
        this.amount = amount;
        this.stop = stopBelow.signum() == 0 ? null : range.lower().moved(stopBelow.negate());
    }

    /** @throws InvalidValue when the levels lie closer than the price step or the amount buys nothing */
    @Override
    public void trades(Instrument instrument) {
        ladder = new Aim.Ladder(range.prices(instrument), instrument.affordable(amount, range.middle()));
    }

    @Override
    public int candlesNeeded() {
        return 1;
    }

    @Override
    public Optional<Signal> onCandle(CandleSeries series) {
        Candle candle = series.last();
        Price close = candle.close();
        stopped = stop != null && (stopped ? close.isBelow(range.lower()) : !close.isAbove(stop));
        return Optional.of(
                stopped
                        ? new Signal(
                                Signal.Action.EXIT,
                                candle.openTime(),
                                "The price fell out of the grid to " + close + " (candle of " + candle.openTime()
                                        + ").")
                        : Signal.aiming(
                                ladder,
                                candle.openTime(),
                                "The grid's orders are brought up to date (candle of " + candle.openTime() + ")."));
    }

    @Override
    public Protection protection(Protection ofSettings) {
        return Protection.NONE;
    }
}
