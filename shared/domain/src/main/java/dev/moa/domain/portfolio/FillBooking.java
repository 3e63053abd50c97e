package dev.moa.domain.portfolio;

import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.Protection;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a fill makes of the position it meets: larger, smaller, closed, or closed and opened the other way. */
record FillBooking(List<Position> changed, ClosedTrade closed) {
    static FillBooking of(Position held, Order order, Fill fill) {
        BigDecimal fee = fill.fee().currency().equals(order.instrument().quote())
                ? fill.fee().amount()
                : BigDecimal.ZERO;
        if (held == null || held.direction().entry() == order.side()) {
            Position position = held != null ? held : open(order, fill);
            return new FillBooking(List.of(position.enter(fill, fill.quantity(), fee, protection(order))), null);
        }
        Quantity closing = fill.quantity().min(held.quantity());
        Position smaller = held.exit(fill, closing, fee);
        ClosedTrade closed = smaller.isOpen()
                ? null
                : ClosedTrade.of(smaller, order.request().origin().kind());
        List<Position> changed = new ArrayList<>(List.of(smaller));
        Quantity beyond = fill.quantity().minus(closing);
        if (!beyond.isZero()) {
            changed.add(open(order, fill).enter(fill, beyond, BigDecimal.ZERO, protection(order)));
        }
        return new FillBooking(changed, closed);
    }

    private static Protection protection(Order order) {
        return order.request().protection();
    }

    /** The position's id derives from the fill that opens it, so a replay opens the same position. */
    private static Position open(Order order, Fill fill) {
        PositionId id = new PositionId(Derived.uuid(fill.time(), "position " + order.accountId() + " " + fill.id()));
        return Position.empty(id, order.instrument(), Direction.of(order.side()), fill.marketTime());
    }
}
