package dev.moa.trading.reconciliation;

import dev.moa.broker.reconciliation.Difference;
import dev.moa.broker.snapshot.Movement;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.Handover;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderCorrections;
import dev.moa.trading.risk.RiskDesk;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What differs from a broker and what a person says about it. Nothing of this is sent to the broker. */
@Singleton
class Quarantines {
    private final AccountLanes lanes;
    private final OrderCorrections orders;
    private final Handover handover;
    private final RiskDesk risk;
    private final ReconciliationStore store;
    private final Clock clock;

    Quarantines(
            AccountLanes lanes,
            OrderCorrections orders,
            Handover handover,
            RiskDesk risk,
            ReconciliationStore store,
            Clock clock) {
        this.risk = risk;
        this.lanes = lanes;
        this.orders = orders;
        this.handover = handover;
        this.store = store;
        this.clock = clock;
    }

    List<Quarantine> list(UUID userId, UUID accountId) {
        return store.quarantines(lanes.of(userId, accountId).account().id());
    }

    /** Settles one; settling it again the same way changes nothing. */
    Quarantine settle(UUID userId, UUID accountId, Settlement wanted) {
        AccountLane lane = lanes.of(userId, accountId);
        return lane.call(turn -> {
            Quarantine found =
                    store.quarantine(turn.account().id(), wanted.quarantineId()).orElseThrow(Problem::notFound);
            if (!found.isOpen()) {
                throw Problem.conflict("already_settled", "This was settled as " + found.settledAs() + ".");
            }
            settle(turn, userId, found, wanted);
            return found;
        });
    }

    private void settle(LaneTurn turn, UUID userId, Quarantine found, Settlement wanted) {
        Instant now = clock.instant();
        var books = new LaneBooks(turn, orders, handover, risk, store, now);
        switch (wanted.as()) {
            case "filled" -> filled(books, found, wanted, now);
            case "not_placed" ->
                books.apply(
                        new OrderEvent.Rejected(lost(books, found).id(), now, "Not placed, as a person found out."));
            case "accept_venue" -> acceptVenue(turn, books, found, now);
            case "keep_ours" -> keepOurs(found);
            default -> throw Problem.invalid().field("as", "must be filled, not_placed, accept_venue or keep_ours");
        }
        var order = found.orderId() == null ? null : new OrderId(found.orderId());
        var difference =
                new Difference(found.kind(), found.instrument(), order, found.cause(), found.ours(), found.theirs());
        books.settle(found.quarantineId(), difference, wanted.as(), userId, wanted.note());
    }

    private static void keepOurs(Quarantine found) {
        if (found.kind() == Difference.Kind.UNKNOWN_ORDER || found.kind() == Difference.Kind.AMBIGUOUS_ORDER) {
            throw Problem.refused("settle_as", "Say whether the order was filled or not placed.");
        }
    }

    private static Order lost(LaneBooks books, Quarantine found) {
        if (found.orderId() == null) {
            throw Problem.refused("settle_as", "This is not about an order.");
        }
        return books.order(new OrderId(found.orderId()))
                .filter(order -> order.status() == OrderStatus.UNKNOWN)
                .orElseThrow(() -> Problem.refused("settle_as", "It is known what became of this order."));
    }

    private static void filled(LaneBooks books, Quarantine found, Settlement wanted, Instant now) {
        Order order = lost(books, found);
        BigDecimal quantity = wanted.quantity() == null ? order.remaining().value() : wanted.quantity();
        if (wanted.price() == null) {
            throw Problem.invalid().field("price", "is needed: at what price was it filled?");
        }
        Fill fill = new Fill(
                new FillId("person:" + found.quarantineId()),
                new Price(wanted.price()),
                new Quantity(quantity),
                new Money(
                        wanted.fee() == null ? BigDecimal.ZERO : wanted.fee(),
                        order.instrument().quote()),
                now,
                now);
        if (wanted.venueOrderId() != null) {
            books.apply(new OrderEvent.Accepted(order.id(), wanted.venueOrderId(), now, "Found by a person."));
        }
        Order traded = books.apply(new OrderEvent.Filled(order.id(), fill, now, "Filled, as a person found out."));
        if (traded.isOpen()) {
            books.apply(new OrderEvent.Cancelled(order.id(), now, "The rest is not open, as a person found out."));
        }
    }

    private static void acceptVenue(LaneTurn turn, LaneBooks books, Quarantine found, Instant now) {
        switch (found.kind()) {
            case CASH -> {
                Currency currency = Currency.of(found.instrument().substring(Difference.CASH.length()));
                Money more = new Money(found.theirs().subtract(found.ours()), currency);
                var entry = new Movement(
                        "settled " + found.quarantineId(), Movement.Kind.DEPOSIT, null, more, null, null, now);
                books.enter(entry, more, "Taken over from the broker by a person.");
            }
            case POSITION -> position(turn, books, found, now);
            case CHANGED_FILL, FEWER_FILLS, CORPORATE_ACTION -> {
                // The fills stay; what follows from them shows as a position or as money, and is settled there.
            }
            case UNKNOWN_ORDER, AMBIGUOUS_ORDER, VANISHED_ORDER ->
                throw Problem.refused("settle_as", "Say whether the order was filled or not placed.");
        }
    }

    private static void position(LaneTurn turn, LaneBooks books, Quarantine found, Instant now) {
        InstrumentId instrument = InstrumentId.parse(found.instrument());
        Position held = books.position(instrument).orElse(null);
        BigDecimal ours = held == null ? BigDecimal.ZERO : held.signedQuantity();
        BigDecimal change = found.theirs().subtract(ours);
        if (change.signum() == 0) {
            return;
        }
        Price price = held == null ? null : held.entryPrice();
        if (price == null) {
            throw Problem.refused("settle_as", "Nothing of this is held here any more; it is compared again.");
        }
        Side side = change.signum() > 0 ? Side.BUY : Side.SELL;
        OrderId id = new OrderId(Derived.uuid(now, "settled " + found.quarantineId()));
        OrderRequest request = OrderRequest.market(VenueRules.instrument(instrument), side, new Quantity(change.abs()))
                .by(Origin.of(Origin.Kind.EXTERNAL));
        books.adopt(Order.create(id, turn.account().id(), request, price, now).named("external-" + id));
        books.apply(new OrderEvent.Submitted(id, now, "Taken over from the broker by a person."));
        Fill fill = new Fill(
                new FillId("person:" + found.quarantineId()),
                price,
                new Quantity(change.abs()),
                Money.zero(VenueRules.instrument(instrument).quote()),
                now,
                now);
        books.apply(new OrderEvent.Filled(id, fill, now, "Taken over from the broker by a person."));
    }
}
