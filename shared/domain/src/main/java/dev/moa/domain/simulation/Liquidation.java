package dev.moa.domain.simulation;

import dev.moa.domain.instrument.TickSize;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Price;
import java.util.Optional;

/**
 * When the venue takes a contract's position over because its margin is used up. It closes at the liquidation price even if the
 * market jumped past it: the venue's insurance fund bears the rest, and the fee is no more than the maintenance margin, so that a
 * position never costs more than its margin.
 */
final class Liquidation {
    private Liquidation() {}

    /** Whether a move uses the margin up. A stop that lies before the liquidation price acts first, unless the move began beyond. */
    static Optional<ProtectiveExit> check(Position position, PriceMove move) {
        Price price = price(position);
        if (price == null) {
            return Optional.empty();
        }
        boolean isLong = position.direction() == Direction.LONG;
        boolean reached = isLong ? !move.low().isAbove(price) : !move.high().isBelow(price);
        boolean beganBeyond =
                isLong ? !move.open().isAbove(price) : !move.open().isBelow(price);
        return !reached || stopsBefore(position, price) && !beganBeyond
                ? Optional.empty()
                : Optional.of(new ProtectiveExit(Origin.Kind.LIQUIDATION, price, move.at()));
    }

    private static boolean stopsBefore(Position position, Price liquidation) {
        Price stop = position.stopLoss();
        return stop != null
                && (position.direction() == Direction.LONG ? stop.isAbove(liquidation) : stop.isBelow(liquidation));
    }

    /** On the price grid, moved in favour of the position. */
    private static Price price(Position position) {
        Price exact = position.liquidationPrice();
        if (exact == null) {
            return null;
        }
        TickSize grid = position.instrument().tickSize();
        return position.direction() == Direction.LONG ? grid.ceiling(exact) : grid.floor(exact);
    }
}
