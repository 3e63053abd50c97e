package dev.moa.trading.simulation;

import dev.moa.broker.reconciliation.Difference;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioSnapshot;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.OrderId;
import dev.moa.trading.account.LaneTurn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A database in memory: what was committed stays, what was not is gone. */
final class ModelStore {
    /** A fact in the outbox. */
    static final class Row {
        final UUID event;
        final String what;
        final long at;

        Row(UUID event, String what, long at) {
            this.event = event;
            this.what = what;
            this.at = at;
        }
    }

    final Map<OrderId, Order> orders = new LinkedHashMap<>();
    final Map<String, OrderId> keys = new LinkedHashMap<>();
    final List<Row> outbox = new ArrayList<>();
    /** Every number that the venue gave an order of ours. */
    final Map<String, OrderId> numbers = new LinkedHashMap<>();

    final Map<UUID, Difference> quarantine = new LinkedHashMap<>();
    private Map<Currency, BigDecimal> cash = new TreeMap<>();
    private Map<InstrumentId, Position> positions = new TreeMap<>();
    private final AccountId account;

    ModelStore(Portfolio opened) {
        account = opened.account();
        keep(opened);
    }

    private void keep(Portfolio book) {
        PortfolioSnapshot snapshot = book.snapshot();
        cash = snapshot.cash();
        positions = new TreeMap<>();
        snapshot.positions()
                .forEach(position -> positions.put(position.instrument().id(), position));
    }

    Portfolio book() {
        return Portfolio.of(new PortfolioSnapshot(
                account,
                cash,
                List.copyOf(positions.values()),
                orders.values().stream().filter(Order::isOpen).toList(),
                null,
                Map.of()));
    }

    Map<Currency, BigDecimal> cash() {
        return cash;
    }

    Map<InstrumentId, Position> positions() {
        return positions;
    }

    private Map<String, OrderId> numbers() {
        return numbers;
    }

    private Map<UUID, Difference> quarantined() {
        return quarantine;
    }

    /** What one transaction wants written. */
    final class Turn {
        LaneTurn lane;
        final Map<OrderId, Order> changed = new LinkedHashMap<>();
        final Map<String, OrderId> answered = new LinkedHashMap<>();
        final List<Row> facts = new ArrayList<>();
        final Map<String, OrderId> numbers = new LinkedHashMap<>();
        final Map<UUID, Difference> quarantine = new LinkedHashMap<>();
        final List<Difference> explained = new ArrayList<>();
        final List<Runnable> afterCommit = new ArrayList<>();

        void commit(Portfolio book) {
            orders.putAll(changed);
            keys.putAll(answered);
            outbox.addAll(facts);
            numbers().putAll(numbers);
            quarantined().putAll(quarantine);
            quarantined().values().removeAll(explained);
            keep(book);
        }
    }
}
