package dev.moa.broker.reconciliation;

import dev.moa.broker.ClientOrderIds;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.Origin;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import java.util.Optional;

/** Orders and trades at the venue that we know nothing of: they count, whoever made them. */
final class StrangeOrders {
    private final Reading reading;
    private final AccountId account;
    private final UnknownOrders unknown;
    private final OrderComparison orders;

    StrangeOrders(Reading reading, AccountId account) {
        this.reading = reading;
        this.account = account;
        this.unknown = new UnknownOrders(reading);
        this.orders = new OrderComparison(reading);
    }

    void run() {
        reading.venue.seen().stream()
                .filter(OrderSnapshot::isOpen)
                .filter(there -> owner(there).isEmpty())
                .forEach(this::take);
        reading.venue.fills().items().forEach(this::trade);
    }

    private void trade(FillSnapshot trade) {
        Optional<Order> owner = reading.books
                .byNumber(trade.orderNumber())
                .or(() ->
                        trade.clientOrderId() == null ? Optional.empty() : reading.books.byName(trade.clientOrderId()));
        if (owner.isPresent()) {
            if (!owner.get().isOpen()) {
                late(owner.get(), trade);
            }
            return;
        }
        if (reading.books.fill(trade.fill().id()).isPresent()) {
            return;
        }
        reading.venue.seen().stream()
                .filter(there -> there.number().equals(trade.orderNumber())
                        || there.originalNumber().equals(trade.orderNumber()))
                .findFirst()
                .ifPresentOrElse(this::take, () -> reading.open.add(trade.instrument()));
    }

    /** A trade of an order that is closed here: it counts all the same. */
    private void late(Order order, FillSnapshot trade) {
        boolean invented =
                order.fills().stream().anyMatch(fill -> fill.id().value().startsWith(Reading.SYNTHETIC));
        boolean full = order.remaining().isZero();
        if (!(invented && full && reading.books.fill(trade.fill().id()).isEmpty())) {
            reading.count(order, trade);
        }
    }

    private Optional<Order> owner(OrderSnapshot there) {
        return reading.books
                .byNumber(there.number())
                .or(() -> reading.books.byNumber(there.originalNumber()))
                .or(() ->
                        there.clientOrderId() == null ? Optional.empty() : reading.books.byName(there.clientOrderId()));
    }

    private void take(OrderSnapshot there) {
        if (owner(there).isPresent()) {
            return;
        }
        Price reference = there.price() == null ? there.average() : there.price();
        if (unknown.mayBeOurs(there) || reference == null) {
            reading.open.add(there.instrument());
            return;
        }
        boolean ours = ClientOrderIds.isOurs(there.clientOrderId());
        OrderId id =
                new OrderId(Derived.uuid(there.placedAt(), "external order " + account + " " + there.originalNumber()));
        String name = there.clientOrderId() == null ? "external-" + there.originalNumber() : there.clientOrderId();
        reading.books.adopt(Order.create(id, account, request(there, ours), reference, reading.now)
                .named(name));
        Order order = reading.books.apply(new OrderEvent.Submitted(
                id, reading.now, ours ? "One of ours that we had forgotten." : "Placed outside Moa."));
        orders.found(order, there);
        if (ours) {
            reading.books.alarm(
                    "RECOVERED_ORDER",
                    there.instrument(),
                    id,
                    "The broker has an order of ours that we had forgotten, as after a restored backup. It counts again.");
        }
    }

    private static OrderRequest request(OrderSnapshot there, boolean ours) {
        var instrument = VenueRules.instrument(there.instrument());
        OrderRequest request = there.type() == OrderType.MARKET || there.price() == null
                ? OrderRequest.market(instrument, there.side(), there.quantity())
                : OrderRequest.limit(instrument, there.side(), there.quantity(), there.price());
        return request.by(Origin.of(ours ? Origin.Kind.RECOVERED : Origin.Kind.EXTERNAL));
    }
}
