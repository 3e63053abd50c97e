package dev.moa.domain.portfolio;

import dev.moa.domain.order.Trail;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import java.time.Instant;
import java.util.List;

/**
 * How a position closes by itself beyond one target and one stop.
 *
 * @param ladder the targets not reached yet, nearest first; may be empty
 * @param trail the distance at which the stop follows the market; null for none
 * @param breakEvenAt the price at which the stop moves to the entry price; null for never, or done
 * @param closeAt when it is closed at the latest; null for never
 */
public record Exits(List<Rung> ladder, Trail trail, Price breakEvenAt, Instant closeAt) {
    public static final Exits NONE = new Exits(List.of(), null, null, null);

    /** One target. @param share how much of everything entered it closes, in percent */
    public record Rung(Price price, Percent share) {}

    public Exits {
        ladder = List.copyOf(ladder);
    }

    /** The same without the first so many targets. */
    public Exits climbed(int rungs) {
        return new Exits(ladder.subList(rungs, ladder.size()), trail, breakEvenAt, closeAt);
    }

    /** The same once the stop has moved to the entry. */
    public Exits evened() {
        return new Exits(ladder, trail, null, closeAt);
    }
}
