package dev.moa.broker.reconciliation;

import dev.moa.broker.Capabilities.ClientIds;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Orders that the venue does not show: what that proves depends on what the venue makes of our names. */
final class UnknownOrders {
    private final Reading reading;

    UnknownOrders(Reading reading) {
        this.reading = reading;
    }

    void absent(Order order) {
        reading.open.add(order.instrument().id());
        boolean wasThere = order.venueOrderId() != null;
        if (wasThere) {
            vanished(order);
            return;
        }
        Order now = order.status() == OrderStatus.UNKNOWN
                ? order
                : reading.books.apply(new OrderEvent.Unconfirmed(
                        order.id(), reading.now, "No answer, and the venue does not show it."));
        if (now.status() != OrderStatus.UNKNOWN) {
            return;
        }
        if (reading.venue.capabilities().clientIds().carried()) {
            provenAbsent(now);
        } else {
            byItsTerms(now);
        }
    }

    /** Asked for by name, again and again, longer than the venue could have been busy with it. */
    private void provenAbsent(Order order) {
        Duration over = reading.venue.capabilities().clientIds() == ClientIds.UNIQUE_FOR_EVER
                ? reading.patience.absence()
                : reading.venue.capabilities().engineTimeout().multipliedBy(2).plusMillis(1);
        if (reading.evidence.suffices("absent " + order.id(), reading.venue.readAt(), Patience.READINGS, over)) {
            reading.books.apply(new OrderEvent.Rejected(
                    order.id(), reading.now, "Not placed: the venue has no order of this name."));
            reading.books.alarm(
                    "NOT_PLACED",
                    order.instrument().id(),
                    order.id(),
                    "An order got no answer and never arrived at the broker. It was not sent again.");
        }
    }

    /** Without names only the terms speak: one order that fits may be ours, two may not, and none proves nothing. */
    private void byItsTerms(Order order) {
        if (!reading.venue.recent().complete()) {
            return;
        }
        List<OrderSnapshot> candidates = candidates(order);
        boolean contested = reading.books.openOrders().stream()
                .anyMatch(other -> isLost(other)
                        && !other.id().equals(order.id())
                        && candidates.stream().anyMatch(there -> fits(other, there)));
        if (candidates.size() == 1 && !contested) {
            new OrderComparison(reading).found(order, candidates.getFirst());
        } else if (candidates.isEmpty()) {
            reading.books.quarantine(Difference.of(
                    Difference.Kind.UNKNOWN_ORDER,
                    order,
                    "An order got no answer, and the broker's list neither proves nor disproves it."));
        } else {
            reading.books.quarantine(Difference.of(
                    Difference.Kind.AMBIGUOUS_ORDER,
                    order,
                    "An order got no answer, and more than one at the broker could be it."));
        }
    }

    /** Whether this order of the venue might be one of ours that got no answer: then it is nobody else's either. */
    boolean mayBeOurs(OrderSnapshot there) {
        return !reading.venue.capabilities().clientIds().carried()
                && reading.books.openOrders().stream().anyMatch(order -> isLost(order) && fits(order, there));
    }

    private List<OrderSnapshot> candidates(Order order) {
        return reading.venue.seen().stream()
                .filter(there -> fits(order, there))
                .filter(there -> reading.books.byNumber(there.number()).isEmpty()
                        && reading.books.byNumber(there.originalNumber()).isEmpty())
                .toList();
    }

    private static boolean isLost(Order order) {
        boolean unanswered = order.status() == OrderStatus.UNKNOWN || order.status() == OrderStatus.SUBMITTED;
        return unanswered && order.venueOrderId() == null;
    }

    private boolean fits(Order order, OrderSnapshot there) {
        Instant sent = reading.books.sentAt(order).orElse(order.createdAt()).plus(reading.venue.skew());
        Duration apart = Duration.between(sent, there.placedAt()).abs();
        boolean samePrice =
                order.price() == null ? there.price() == null : order.price().equals(there.price());
        return there.instrument().equals(order.instrument().id())
                && there.side() == order.side()
                && (there.type() == order.type()
                        || order.triggered() && there.type() == order.type().plain())
                && there.quantity().equals(order.quantity())
                && samePrice
                && apart.compareTo(VenueReader.OVERLAP) <= 0;
    }

    private void vanished(Order order) {
        String what = "vanished " + order.id();
        if (reading.evidence.suffices(what, reading.venue.readAt(), Patience.READINGS, reading.patience.absence())) {
            if (order.status() != OrderStatus.UNKNOWN) {
                reading.books.apply(new OrderEvent.Unconfirmed(
                        order.id(), reading.now, "The venue showed it before, and does not any more."));
            }
            reading.books.quarantine(Difference.of(
                    Difference.Kind.VANISHED_ORDER, order, "The broker had this order and does not show it any more."));
        }
    }
}
