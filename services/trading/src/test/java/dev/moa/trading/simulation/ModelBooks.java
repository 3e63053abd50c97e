package dev.moa.trading.simulation;

import dev.moa.broker.reconciliation.Books;
import dev.moa.broker.reconciliation.Difference;
import dev.moa.broker.snapshot.Movement;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Our side for the product's own comparison: the model's store as one transaction sees it. */
final class ModelBooks implements Books {
    private final ModelProcess process;
    private final ModelStore store;
    private final ModelStore.Turn turn;
    private final Portfolio book;

    ModelBooks(ModelProcess process, ModelStore store, ModelStore.Turn turn, Portfolio book) {
        this.process = process;
        this.store = store;
        this.turn = turn;
        this.book = book;
    }

    private Stream<Order> orders() {
        return Stream.concat(
                turn.changed.values().stream(),
                store.orders.values().stream().filter(order -> !turn.changed.containsKey(order.id())));
    }

    @Override
    public Collection<Order> openOrders() {
        return book.openOrders();
    }

    @Override
    public Optional<Order> order(OrderId id) {
        return Optional.ofNullable(turn.changed.getOrDefault(id, store.orders.get(id)));
    }

    @Override
    public Optional<Order> byNumber(String number) {
        return Optional.ofNullable(turn.numbers.getOrDefault(number, store.numbers.get(number)))
                .flatMap(this::order);
    }

    @Override
    public Optional<Order> byName(String clientOrderId) {
        return orders().filter(order -> order.clientOrderId().equals(clientOrderId))
                .findFirst();
    }

    @Override
    public Optional<Instant> sentAt(Order order) {
        return Optional.of(order.createdAt());
    }

    @Override
    public Optional<Fill> fill(FillId id) {
        return orders().flatMap(order -> order.fills().stream())
                .filter(fill -> fill.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Position> position(InstrumentId instrument) {
        return book.position(instrument);
    }

    @Override
    public Collection<Position> positions() {
        return book.positions();
    }

    @Override
    public boolean everTraded(InstrumentId instrument) {
        return orders().anyMatch(order -> !order.fills().isEmpty());
    }

    @Override
    public Collection<Currency> currencies() {
        return List.of(Currency.USDT);
    }

    @Override
    public BigDecimal cash(Currency currency) {
        return book.cash(currency).total();
    }

    @Override
    public void adopt(Order order) {
        throw new AssertionError("I1: nobody else trades here, and " + order + " is taken for somebody else's");
    }

    @Override
    public Order apply(OrderEvent event) {
        return process.apply(turn, event);
    }

    @Override
    public void number(Order order, String number) {
        turn.numbers.put(number, order.id());
    }

    @Override
    public void cancelAgain(Order order) {
        turn.afterCommit.add(() -> process.cancelAgain(order));
    }

    @Override
    public Optional<String> cancelWish(Order order) {
        return Optional.empty();
    }

    @Override
    public boolean enter(Movement movement, Money money, String cause) {
        throw new AssertionError("I5: no money moves here without a trade: " + movement);
    }

    @Override
    public void quarantine(Difference difference) {
        UUID id = difference.id(World.ACCOUNT.value(), 0);
        if (!store.quarantine.containsKey(id)) {
            turn.quarantine.put(id, difference);
        }
    }

    @Override
    public Collection<Difference> quarantined() {
        return Stream.concat(store.quarantine.values().stream(), turn.quarantine.values().stream())
                .filter(difference -> !turn.explained.contains(difference))
                .toList();
    }

    @Override
    public void explained(Difference difference, String how) {
        turn.explained.add(difference);
    }

    @Override
    public void alarm(String kind, InstrumentId instrument, OrderId order, String text) {
        turn.facts.add(new ModelStore.Row(process.nextId(), kind, process.millis()));
    }
}
