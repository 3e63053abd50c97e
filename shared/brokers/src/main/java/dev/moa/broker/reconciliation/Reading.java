package dev.moa.broker.reconciliation;

import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.FillId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the parts of one comparison share: both sides, the earlier sightings, and what stays open for now. */
final class Reading {
    static final String SYNTHETIC = "synthetic:";

    final Books books;
    final VenueState venue;
    final Evidence evidence;
    final Patience patience;
    final Instant now;
    final UnaryOperator<Order> named;
    /** Instruments about whose position nothing can be said in this reading. */
    final Set<InstrumentId> open = new HashSet<>();

    /** @param named gives an order the name that it has at the venue */
    Reading(
            Books books,
            VenueState venue,
            Evidence evidence,
            Patience patience,
            Instant now,
            UnaryOperator<Order> named) {
        this.books = books;
        this.venue = venue;
        this.evidence = evidence;
        this.patience = patience;
        this.now = now;
        this.named = named;
    }

    /** Its answers may be on their way: nothing is concluded from what the venue said before them. */
    boolean isTooFresh(Order order) {
        boolean changedSince = order.updatedAt().isAfter(venue.readAt().minus(patience.quiet()));
        return changedSince && order.status() != OrderStatus.UNKNOWN;
    }

    /** Counts a trade, unless it is counted. False when the venue tells it otherwise than before. */
    boolean count(Order order, FillSnapshot trade) {
        FillId id = trade.fill().id();
        var known = books.fill(id);
        if (known.isPresent()) {
            if (known.get().sameTradeAs(trade.fill())) {
                return true;
            }
            books.quarantine(new Difference(
                    Difference.Kind.CHANGED_FILL,
                    trade.instrument().toString(),
                    order.id(),
                    "The broker tells trade " + id + " otherwise than before.",
                    known.get().notional(),
                    trade.fill().notional()));
            return false;
        }
        books.apply(new OrderEvent.Filled(order.id(), trade.fill(), now, "Traded at the venue; told by its list."));
        return true;
    }
}
