package dev.moa.domain.portfolio;

import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.Protection;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a fill makes of the position it meets: larger, smaller, closed, or closed and opened the other way. */
record FillBooking(List<Position> changed, ClosedTrade closed) {
    /** @param leverage what a contract's position is opened with */
    static FillBooking of(Position held, Order order, Fill fill, int leverage) {
        BigDecimal fee = inQuote(order, fill.fee()).add(inQuote(order, fill.tax()));
        if (held == null || held.direction().entry() == order.side()) {
            Position position = held != null ? held : open(order, fill, leverage);
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
            changed.add(open(order, fill, leverage).enter(fill, beyond, BigDecimal.ZERO, protection(order)));
        }
        return new FillBooking(changed, closed);
    }

    private static BigDecimal inQuote(Order order, Money charge) {
        return charge.currency().equals(order.instrument().quote()) ? charge.amount() : BigDecimal.ZERO;
    }

    /** The profit by price that this fill took, with the other sign a loss; nothing when it only made the position larger. */
    BigDecimal profit(Position held) {
        BigDecimal profit = held == null ? BigDecimal.ZERO : held.gross().negate();
        for (Position position : changed) {
            profit = profit.add(position.gross());
        }
        return profit;
    }

    private static Protection protection(Order order) {
        return order.request().protection();
    }

    /** The position's id derives from the fill that opens it, so a replay opens the same position. */
    private static Position open(Order order, Fill fill, int leverage) {
        PositionId id = new PositionId(Derived.uuid(fill.time(), "position " + order.accountId() + " " + fill.id()));
        return Position.empty(id, order.instrument(), Direction.of(order.side()), leverage, fill.marketTime());
    }
}
