package dev.moa.domain.instrument;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The grid on which prices must lie: one tick for every price, or a table of bands as in Korea, where the tick grows with the
 * price. A band begins at its {@code from} and ends where the next begins; the first begins at zero.
 */
public final class TickSize {
    /** From this price on (included), prices are multiples of this tick. */
    public record Band(BigDecimal from, BigDecimal tick) {}

    private final Band[] bands;

    private TickSize(List<Band> bands) {
        if (bands.isEmpty() || bands.getFirst().from().signum() != 0) {
            throw new InvalidValue("tick_size", "needs bands that begin at zero");
        }
        BigDecimal last = BigDecimal.ONE.negate();
        for (Band band : bands) {
            if (band.tick().signum() <= 0 || band.from().compareTo(last) <= 0) {
                throw new InvalidValue("tick_size", "needs rising bands and ticks above zero");
            }
            last = band.from();
        }
        this.bands = bands.toArray(Band[]::new);
    }

    /** One tick for every price. */
    public static TickSize fixed(String tick) {
        return new TickSize(List.of(new Band(BigDecimal.ZERO, new BigDecimal(tick))));
    }

    /** Pairs of a band's first price and its tick, rising from zero: {@code table("0", "1", "2000", "5")}. */
    public static TickSize table(String... fromAndTick) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i + 1 < fromAndTick.length; i += 2) {
            bands.add(new Band(new BigDecimal(fromAndTick[i]), new BigDecimal(fromAndTick[i + 1])));
        }
        return new TickSize(bands);
    }

    /** The bands, lowest first. */
    public List<Band> bands() {
        return List.of(bands);
    }

    /** The tick that holds at this price. */
    public BigDecimal at(Price price) {
        int i = bands.length - 1;
        while (price.value().compareTo(bands[i].from()) < 0) {
            i--;
        }
        return bands[i].tick();
    }

    /** Whether an order may carry this price. */
    public boolean allows(Price price) {
        return Decimals.isMultiple(price.value(), at(price));
    }

    /** The highest allowed price not above this one; where that would be zero, the smallest tick. */
    public Price floor(Price price) {
        BigDecimal tick = at(price);
        BigDecimal floor = Decimals.floor(price.value(), tick);
        return new Price(floor.signum() == 0 ? tick : floor);
    }

    /** The lowest allowed price not below this one. */
    public Price ceiling(Price price) {
        return new Price(Decimals.ceiling(price.value(), at(price)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TickSize that && bands().equals(that.bands());
    }

    @Override
    public int hashCode() {
        return bands().hashCode();
    }

    @Override
    public String toString() {
        return "TickSize" + bands();
    }
}
