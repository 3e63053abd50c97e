package dev.moa.broker.reconciliation;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.Capabilities;
import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.Listing;
import dev.moa.broker.snapshot.Movement;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.order.Order;
import dev.moa.domain.value.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a venue everything that a comparison needs: account, orders, fills, movements, in this order. */
public final class VenueReader {
    /** Windows reach back further than needed by this much: clocks differ, and lists lag. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    private final BrokerGateway gateway;
    private final Clock clock;

    public VenueReader(BrokerGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * What to ask for.
     *
     * @param open our open orders, under their names at the venue
     * @param ordersFrom by the venue's clock, since when orders and fills are not yet compared
     * @param booksFrom likewise for movements; null to leave cash and holdings out
     */
    public record Question(Collection<Order> open, Instant ordersFrom, Instant booksFrom) {}

    /** Blocks. Throws {@link dev.moa.broker.http.VenueAway} when any question has no answer: half a reading is none. */
    public VenueState read(Question question) {
        Instant readAt = clock.instant();
        Capabilities capabilities = gateway.capabilities();
        AccountSnapshot account = gateway.account();
        boolean reaches = !question.ordersFrom().isBefore(account.at().minus(capabilities.history()));
        Instant from = question.ordersFrom().minus(OVERLAP);
        Listing<OrderSnapshot> open = gateway.openOrders();
        Listing<OrderSnapshot> recent = reaching(gateway.ordersSince(from), reaches);
        Map<OrderId, Optional<OrderSnapshot>> asked = new HashMap<>();
        for (Order order : question.open()) {
            boolean listed = open.items().stream().anyMatch(row -> row.number().equals(order.venueOrderId()));
            if (!listed
                    && (order.venueOrderId() != null || capabilities.clientIds().carried())) {
                asked.put(order.id(), gateway.find(order));
            }
        }
        Listing<FillSnapshot> fills = reaching(gateway.fillsSince(from), reaches);
        Listing<Movement> movements = question.booksFrom() == null
                ? null
                : gateway.movementsSince(question.booksFrom().minus(OVERLAP));
        // Read last: what traded in between is in it, or shows in the next reading.
        AccountSnapshot after = movements == null ? account : gateway.account();
        return new VenueState(capabilities, readAt, after, open, recent, asked, fills, movements);
    }

    private static <T> Listing<T> reaching(Listing<T> listing, boolean reaches) {
        return reaches ? listing : Listing.cut(listing.items());
    }
}
