package dev.moa.broker.reconciliation;

import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Our open orders against what the venue says of each. */
final class OrderComparison {
    private static final String CAUSE = "Found at the venue.";

    private final Reading reading;
    private final UnknownOrders unknown;

    OrderComparison(Reading reading) {
        this.reading = reading;
        this.unknown = new UnknownOrders(reading);
    }

    void run() {
        for (Order order : List.copyOf(reading.books.openOrders())) {
            if (order.status() == OrderStatus.PENDING_NEW) {
                continue;
            }
            if (reading.isTooFresh(order)) {
                reading.open.add(order.instrument().id());
                continue;
            }
            String name = reading.named.apply(order).clientOrderId();
            Optional<OrderSnapshot> there = reading.venue.of(order, name);
            if (there.isPresent()) {
                found(order, there.get());
            } else if (reading.venue.asked().containsKey(order.id())
                    || !reading.venue.capabilities().clientIds().carried()) {
                unknown.absent(order);
            }
        }
    }

    /** Takes over what the venue says of an order, also of one that was found by its terms alone. */
    void found(Order order, OrderSnapshot there) {
        Order now = terms(identity(order, there), there);
        boolean told = trades(now, there);
        now = reading.books.order(order.id()).orElse(now);
        if (!told) {
            reading.open.add(now.instrument().id());
        } else if (totals(now, there)) {
            state(reading.books.order(order.id()).orElse(now), there);
        } else {
            reading.open.add(now.instrument().id());
        }
    }

    private Order identity(Order order, OrderSnapshot there) {
        Order now = order;
        reading.books.number(order, there.originalNumber());
        boolean asked = order.status() == OrderStatus.SUBMITTED || order.status() == OrderStatus.UNKNOWN;
        boolean rejected =
                there.state() == OrderSnapshot.State.REJECTED && there.filled().isZero();
        if (!there.number().equals(order.venueOrderId()) || asked && !rejected) {
            reading.books.number(order, there.number());
            now = rejected
                    ? order
                    : reading.books.apply(new OrderEvent.Accepted(order.id(), there.number(), reading.now, CAUSE));
        }
        return now;
    }

    private Order terms(Order order, OrderSnapshot there) {
        boolean samePrice = there.price() == null || there.price().equals(order.price());
        if (!there.isOpen() || samePrice && there.quantity().equals(order.quantity())) {
            return order;
        }
        return reading.books.apply(new OrderEvent.Amended(
                order.id(), there.price(), there.quantity(), reading.now, "The venue has these terms."));
    }

    private boolean trades(Order order, OrderSnapshot there) {
        boolean clear = true;
        for (FillSnapshot trade : reading.venue.fills().items()) {
            boolean its = trade.orderNumber().equals(there.number())
                    || trade.orderNumber().equals(there.originalNumber())
                    || trade.orderNumber().equals(order.venueOrderId());
            if (its && !wasInvented(order, there, trade)) {
                clear &= reading.count(order, trade);
            }
        }
        return clear;
    }

    /** A trade that was counted by its total before it was told is not counted again under its own name. */
    private boolean wasInvented(Order order, OrderSnapshot there, FillSnapshot trade) {
        Order now = reading.books.order(order.id()).orElse(order);
        boolean invented =
                now.fills().stream().anyMatch(fill -> fill.id().value().startsWith(Reading.SYNTHETIC));
        BigDecimal after =
                now.filledQuantity().value().add(trade.fill().quantity().value());
        return invented
                && reading.books.fill(trade.fill().id()).isEmpty()
                && after.compareTo(there.filled().value()) > 0;
    }

    /** Whether both sides count the same quantity. */
    private boolean totals(Order order, OrderSnapshot there) {
        int more = there.filled().compareTo(order.filledQuantity());
        if (more == 0) {
            return true;
        }
        String what = (more > 0 ? "untold " : "fewer ") + order.id() + " " + there.filled();
        if (!reading.venue.fills().complete() && more > 0) {
            reading.evidence.keep(what);
            return false;
        }
        if (more > 0) {
            if (reading.evidence.suffices(what, reading.venue.readAt(), 2, reading.patience.untold())) {
                invent(order, there);
                return true;
            }
        } else if (reading.evidence.suffices(what, reading.venue.readAt(), 2, reading.patience.confirm())) {
            reading.books.quarantine(new Difference(
                    Difference.Kind.FEWER_FILLS,
                    order.instrument().id().toString(),
                    order.id(),
                    "The broker counts less of this order than it told trades of.",
                    order.filledQuantity().value(),
                    there.filled().value()));
        }
        return false;
    }

    /** One fill for all that is missing, at the price that makes the venue's average right. */
    private void invent(Order order, OrderSnapshot there) {
        BigDecimal missing =
                there.filled().value().subtract(order.filledQuantity().value());
        Price average = there.average() == null ? order.reference() : there.average();
        BigDecimal value = average.times(there.filled());
        for (Fill fill : order.fills()) {
            value = value.subtract(fill.notional());
        }
        BigDecimal price = value.divide(missing, 12, RoundingMode.HALF_EVEN);
        Fill fill = new Fill(
                new FillId(Reading.SYNTHETIC + order.id() + ":" + there.filled()),
                price.signum() > 0 ? new Price(price) : average,
                new Quantity(missing),
                Money.zero(order.instrument().quote()),
                reading.now,
                reading.venue.account().at());
        reading.books.apply(new OrderEvent.Filled(
                order.id(), fill, reading.now, "Counted by the venue, its trades not told: entered as one."));
        reading.books.alarm(
                "SYNTHETIC_FILL",
                order.instrument().id(),
                order.id(),
                "The broker counts more of an order than it tells trades of; the rest was entered as one trade.");
    }

    private void state(Order order, OrderSnapshot there) {
        switch (there.state()) {
            case CANCELLED -> end(order, new OrderEvent.Cancelled(order.id(), reading.now, "Cancelled by the venue."));
            case EXPIRED -> end(order, new OrderEvent.Expired(order.id(), reading.now, "Expired at the venue."));
            case REJECTED ->
                end(
                        order,
                        new OrderEvent.Rejected(order.id(), reading.now, "Refused by the venue after it was taken."));
            case OPEN -> stillOpen(order);
            case FILLED -> {
                // Its trades say so.
            }
        }
    }

    private void end(Order order, OrderEvent event) {
        if (order.isOpen()) {
            reading.books.apply(event);
        }
    }

    private void stillOpen(Order order) {
        if (order.status() == OrderStatus.PENDING_CANCEL) {
            reading.books.cancelAgain(order);
            return;
        }
        reading.books.cancelWish(order).ifPresent(cause -> {
            Order asked = reading.books.apply(new OrderEvent.CancelRequested(order.id(), reading.now, cause));
            reading.books.cancelAgain(asked);
        });
    }
}
