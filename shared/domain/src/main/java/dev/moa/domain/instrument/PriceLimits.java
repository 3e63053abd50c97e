package dev.moa.domain.instrument;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * How low and how high a price may go in one day at the Korean exchange; both ends are allowed prices.
 *
 * <p>The ratio of the base price (as a rule yesterday's close), times the fund's multiple, is cut to the tick of the base price and
 * added or taken away; the ends are then moved inwards on to the price grid. What a broker sends is to be preferred.
 */
public record PriceLimits(Price lower, Price upper) {
    private static final TreeMap<LocalDate, BigDecimal> RATIO = new TreeMap<>(
            Map.of(LocalDate.MIN, new BigDecimal("0.15"), LocalDate.of(2015, 6, 15), new BigDecimal("0.30")));

    private static final BigDecimal FIRST_DAY_LOWER = new BigDecimal("0.6");
    private static final BigDecimal FIRST_DAY_UPPER = new BigDecimal("4");

    /** The limits of an ordinary day. */
    public static PriceLimits of(Instrument instrument, Price base, LocalDate day) {
        BigDecimal ratio = RATIO.floorEntry(day)
                .getValue()
                .multiply(BigDecimal.valueOf(instrument.listing().multiple()));
        TickSize grid = instrument.tickSize();
        BigDecimal reach = Decimals.floor(base.value().multiply(ratio), grid.at(base));
        return between(grid, base.value().subtract(reach), base.value().add(reach));
    }

    /** The limits of a share's first day, around the price at which it was offered. */
    public static PriceLimits ofFirstDay(Instrument instrument, Price offered) {
        return between(
                instrument.tickSize(),
                offered.value().multiply(FIRST_DAY_LOWER),
                offered.value().multiply(FIRST_DAY_UPPER));
    }

    private static PriceLimits between(TickSize grid, BigDecimal lower, BigDecimal upper) {
        BigDecimal smallest = grid.bands().getFirst().tick();
        return new PriceLimits(grid.ceiling(new Price(lower.max(smallest))), grid.floor(new Price(upper)));
    }

    public boolean allow(Price price) {
        return !price.isBelow(lower) && !price.isAbove(upper);
    }
}
