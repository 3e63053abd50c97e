package dev.moa.trading.reconciliation;

import dev.moa.broker.reconciliation.Books;
import dev.moa.broker.reconciliation.Difference;
import dev.moa.broker.snapshot.Movement;
import dev.moa.contract.TradingEvents;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.portfolio.CashBalance;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.Handover;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderCorrections;
import dev.moa.trading.risk.RiskDesk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Our side of an account inside one turn of its lane. What this turn has changed is not in the database before its commit, so
 * it is remembered here.
 */
final class LaneBooks implements Books {
    private final LaneTurn turn;
    private final OrderCorrections orders;
    private final Handover handover;
    private final RiskDesk risk;
    private final ReconciliationStore store;
    private final Instant now;
    private final AccountId account;
    private final Map<OrderId, Order> touched = new HashMap<>();
    private final Map<String, OrderId> numbers = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final Map<UUID, Difference> open = new LinkedHashMap<>();

    LaneBooks(
            LaneTurn turn,
            OrderCorrections orders,
            Handover handover,
            RiskDesk risk,
            ReconciliationStore store,
            Instant now) {
        this.risk = risk;
        this.turn = turn;
        this.orders = orders;
        this.handover = handover;
        this.store = store;
        this.now = now;
        this.account = turn.account().id();
        store.quarantines(account).stream()
                .filter(Quarantine::isOpen)
                .forEach(row -> open.put(
                        row.quarantineId(),
                        new Difference(
                                row.kind(),
                                row.instrument(),
                                row.orderId() == null ? null : new OrderId(row.orderId()),
                                row.cause(),
                                row.ours(),
                                row.theirs())));
    }

    @Override
    public Collection<Order> openOrders() {
        return turn.book().openOrders();
    }

    @Override
    public Optional<Order> order(OrderId id) {
        return turn.book()
                .openOrder(id)
                .or(() -> Optional.ofNullable(touched.get(id)))
                .or(() -> orders.stored(id));
    }

    @Override
    public Optional<Order> byNumber(String number) {
        return Optional.ofNullable(numbers.get(number))
                .or(() -> store.byNumber(account, number))
                .flatMap(this::order);
    }

    @Override
    public Optional<Order> byName(String clientOrderId) {
        return touched.values().stream()
                .filter(order -> order.clientOrderId().equals(clientOrderId))
                .map(Order::id)
                .findFirst()
                .or(() -> store.byName(account, clientOrderId))
                .flatMap(this::order);
    }

    @Override
    public Optional<Instant> sentAt(Order order) {
        return store.sentAt(order.id());
    }

    @Override
    public Optional<Fill> fill(FillId id) {
        return touched.values().stream()
                .flatMap(order -> order.fills().stream())
                .filter(fill -> fill.id().equals(id))
                .findFirst()
                .or(() -> store.fill(account, id));
    }

    @Override
    public Optional<Position> position(InstrumentId instrument) {
        return turn.book().position(instrument);
    }

    @Override
    public Collection<Position> positions() {
        return turn.book().positions();
    }

    @Override
    public boolean everTraded(InstrumentId instrument) {
        return touched.values().stream()
                        .anyMatch(order -> order.instrument().id().equals(instrument)
                                && !order.fills().isEmpty())
                || store.everTraded(account, instrument);
    }

    @Override
    public Collection<Currency> currencies() {
        return turn.book().cash().stream().map(CashBalance::currency).toList();
    }

    @Override
    public BigDecimal cash(Currency currency) {
        return turn.book().cash(currency).total();
    }

    @Override
    public void adopt(Order order) {
        touched.put(order.id(), order);
        orders.adopt(turn, order);
    }

    @Override
    public Order apply(OrderEvent event) {
        Order before = order(event.orderId()).orElseThrow();
        Order after = orders.apply(turn, before, event);
        touched.put(after.id(), after);
        if (after.venueOrderId() != null) {
            numbers.put(after.venueOrderId(), after.id());
        }
        return after;
    }

    @Override
    public void number(Order order, String number) {
        if (byNumber(number).isEmpty()) {
            numbers.put(number, order.id());
            handover.number(turn, order, number);
        }
    }

    @Override
    public void cancelAgain(Order order) {
        handover.wishGranted(turn, order);
        handover.cancel(turn, order);
    }

    @Override
    public Optional<String> cancelWish(Order order) {
        return store.cancelWish(order.id());
    }

    @Override
    public boolean enter(Movement movement, Money money, String cause) {
        if (!entered.add(movement.id()) || store.isEntered(account, movement.id())) {
            return false;
        }
        Money shown = money == null ? movement.money() : money;
        turn.journal()
                .add(
                        ReconciliationStore.MOVEMENT,
                        account.value(),
                        movement.id(),
                        movement.kind(),
                        movement.instrument() == null
                                ? null
                                : movement.instrument().toString(),
                        shown == null ? null : shown.currency().code(),
                        shown == null ? null : shown.amount(),
                        cause,
                        movement.at());
        if (money != null) {
            BookJournal.entries(turn, turn.book().deposit("movement " + movement.id(), money), now);
            if (movement.kind() == Movement.Kind.DEPOSIT || movement.kind() == Movement.Kind.WITHDRAWAL) {
                risk.paid(turn.risk(), money);
            }
        }
        return true;
    }

    @Override
    public void quarantine(Difference difference) {
        UUID id = difference.id(account.value(), store.settledBefore(account, difference));
        if (open.containsKey(id) || store.isKnown(id)) {
            return;
        }
        open.put(id, difference);
        turn.journal()
                .add(
                        ReconciliationStore.QUARANTINE,
                        id,
                        account.value(),
                        turn.account().userId(),
                        difference.instrument(),
                        difference.order() == null ? null : difference.order().value(),
                        difference.kind(),
                        difference.cause(),
                        difference.ours(),
                        difference.theirs(),
                        now);
        tell(id, difference, "OPEN", difference.cause());
    }

    @Override
    public Collection<Difference> quarantined() {
        return List.copyOf(open.values());
    }

    @Override
    public void explained(Difference difference, String how) {
        open.entrySet().removeIf(entry -> {
            boolean same = entry.getValue().equals(difference);
            if (same) {
                settle(entry.getKey(), difference, "explained", null, how);
            }
            return same;
        });
    }

    /** Ends a quarantine, by itself or by somebody. */
    void settle(UUID id, Difference difference, String as, UUID by, String note) {
        turn.journal().add(ReconciliationStore.SETTLE, now, as, by, note, id);
        tell(id, difference, "SETTLED", note == null ? as : note);
    }

    private void tell(UUID id, Difference difference, String state, String cause) {
        turn.journal()
                .tell(
                        new TradingEvents.AccountDifference(
                                id,
                                account.value(),
                                difference.kind().name(),
                                state,
                                difference.instrument(),
                                difference.order() == null
                                        ? null
                                        : difference.order().value(),
                                cause,
                                turn.account().mode()),
                        id);
    }

    @Override
    public void alarm(String kind, InstrumentId instrument, OrderId order, String text) {
        turn.journal()
                .tell(
                        new TradingEvents.AccountAlarm(
                                account.value(),
                                kind,
                                instrument.toString(),
                                order == null ? null : order.value(),
                                text,
                                turn.account().mode()),
                        account.value());
    }
}
