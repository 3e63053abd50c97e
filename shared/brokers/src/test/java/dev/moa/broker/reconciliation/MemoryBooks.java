package dev.moa.broker.reconciliation;

import dev.moa.broker.snapshot.Movement;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.Outcome;
import dev.moa.domain.order.Transition;
import dev.moa.domain.portfolio.CashBalance;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Our side in memory: the domain's own portfolio and state machine, and everything that was told. */
final class MemoryBooks implements Books {
    final List<OrderEvent> events = new ArrayList<>();
    final List<String> alarms = new ArrayList<>();
    final Map<UUID, Difference> quarantine = new LinkedHashMap<>();
    final Map<OrderId, String> names = new HashMap<>();
    final Map<OrderId, Instant> sent = new HashMap<>();
    final Map<OrderId, String> wishes = new HashMap<>();
    final Set<String> movements = new HashSet<>();

    private final UUID account;
    private final Portfolio portfolio;
    private final Consumer<Order> canceller;
    private final Map<OrderId, Order> orders = new LinkedHashMap<>();
    private final Map<String, OrderId> numbers = new HashMap<>();

    MemoryBooks(UUID account, Portfolio portfolio, Consumer<Order> canceller) {
        this.account = account;
        this.portfolio = portfolio;
        this.canceller = canceller;
    }

    void place(Order order) {
        adopt(order);
    }

    Order named(Order order) {
        return order.named(names.getOrDefault(order.id(), order.clientOrderId()));
    }

    @Override
    public Collection<Order> openOrders() {
        return orders.values().stream().filter(Order::isOpen).toList();
    }

    @Override
    public Optional<Order> order(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Optional<Order> byNumber(String number) {
        return Optional.ofNullable(numbers.get(number)).map(orders::get);
    }

    @Override
    public Optional<Order> byName(String clientOrderId) {
        return orders.values().stream()
                .filter(order -> named(order).clientOrderId().equals(clientOrderId))
                .findFirst();
    }

    @Override
    public Optional<Instant> sentAt(Order order) {
        return Optional.ofNullable(sent.get(order.id()));
    }

    @Override
    public Optional<Fill> fill(FillId id) {
        return orders.values().stream()
                .flatMap(order -> order.fills().stream())
                .filter(fill -> fill.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Position> position(InstrumentId instrument) {
        return portfolio.position(instrument);
    }

    @Override
    public Collection<Position> positions() {
        return portfolio.positions();
    }

    @Override
    public boolean everTraded(InstrumentId instrument) {
        return orders.values().stream()
                .anyMatch(order -> order.instrument().id().equals(instrument)
                        && !order.fills().isEmpty());
    }

    @Override
    public Collection<Currency> currencies() {
        return portfolio.cash().stream().map(CashBalance::currency).toList();
    }

    @Override
    public BigDecimal cash(Currency currency) {
        return portfolio.cash(currency).total();
    }

    @Override
    public void adopt(Order order) {
        orders.put(order.id(), order);
        portfolio.place(order);
    }

    @Override
    public Order apply(OrderEvent event) {
        Transition transition = orders.get(event.orderId()).apply(event);
        if (transition.outcome() == Outcome.CHANGED || transition.outcome() == Outcome.ERROR) {
            events.add(event);
        }
        if (transition.alarm()) {
            alarms.add(transition.outcome() + " " + event.getClass().getSimpleName());
        }
        portfolio.apply(transition);
        orders.put(event.orderId(), transition.order());
        String number = transition.order().venueOrderId();
        if (number != null) {
            numbers.put(number, event.orderId());
        }
        return transition.order();
    }

    @Override
    public void number(Order order, String number) {
        numbers.put(number, order.id());
    }

    @Override
    public void cancelAgain(Order order) {
        wishes.remove(order.id());
        canceller.accept(order);
    }

    @Override
    public Optional<String> cancelWish(Order order) {
        return Optional.ofNullable(wishes.get(order.id()));
    }

    @Override
    public boolean enter(Movement movement, Money money, String cause) {
        boolean isNew = movements.add(movement.id());
        if (isNew && money != null) {
            portfolio.deposit("movement " + movement.id(), money);
        }
        return isNew;
    }

    @Override
    public void quarantine(Difference difference) {
        quarantine.putIfAbsent(difference.id(account, 0), difference);
    }

    @Override
    public Collection<Difference> quarantined() {
        return List.copyOf(quarantine.values());
    }

    @Override
    public void explained(Difference difference, String how) {
        quarantine.values().remove(difference);
    }

    @Override
    public void alarm(String kind, InstrumentId instrument, OrderId order, String text) {
        alarms.add(kind);
    }

    /** Everything that a second run must not change. */
    String state() {
        return events.size() + " " + alarms + " " + quarantine.keySet() + " " + movements.size() + " "
                + portfolio.cash() + " " + portfolio.positions();
    }
}
