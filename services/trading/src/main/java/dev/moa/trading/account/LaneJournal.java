package dev.moa.trading.account;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.order.Order;
import dev.moa.domain.value.OrderId;
import dev.moa.platform.outbox.Outbox;
import dev.moa.trading.risk.RiskJournal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * What the work of one lane transaction wants written. Rows are gathered by statement and written in one round trip
 * each, which is what lets a small machine accept hundreds of orders a second.
 */
public final class LaneJournal implements RiskJournal {
    private final Map<String, Map<Object, Object[]>> rows = new LinkedHashMap<>();
    private final Map<OrderId, Order> orders = new HashMap<>();
    private final Map<Object, Runnable> last = new LinkedHashMap<>();
    private final List<Told> facts = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    private record Told(TradingEvents fact, String subject) {}

    /** One more row of a statement; statements run in the order of their first row. */
    @Override
    public void add(String sql, Object... row) {
        rowsOf(sql).put(new Object(), row);
    }

    /** The row of this key as it is now: only the last one given is written. */
    @Override
    public void set(String sql, Object key, Object... row) {
        rowsOf(sql).put(key, row);
    }

    /** Whether {@link #set} gave a row of this key. */
    public boolean holds(String sql, Object key) {
        return rows.containsKey(sql) && rows.get(sql).containsKey(key);
    }

    private Map<Object, Object[]> rowsOf(String sql) {
        return rows.computeIfAbsent(sql, statement -> new LinkedHashMap<>());
    }

    /** Remembers how this transaction leaves the order. */
    public void keep(Order order) {
        orders.put(order.id(), order);
    }

    /**
     * The order as this transaction leaves it. One that was closed in it is in no book any more and not yet in the
     * database: reading it there would undo what was just booked.
     */
    public Optional<Order> order(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** A fact for the outbox, in the same transaction. */
    public void tell(TradingEvents fact, UUID subject) {
        facts.add(new Told(fact, subject.toString()));
    }

    /** What a task does last, once however often it is asked for: it sees all that the task has changed. */
    public void last(Object key, Runnable action) {
        last.putIfAbsent(key, action);
    }

    void runLast() {
        while (!last.isEmpty()) {
            Object key = last.keySet().iterator().next();
            last.remove(key).run();
        }
    }

    /** What may only happen when everything above is durable: above all, the request to the venue. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Whether nothing is to be written yet. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    void eachStatement(BiConsumer<String, Collection<Object[]>> write) {
        rows.forEach((sql, ofStatement) -> write.accept(sql, ofStatement.values()));
    }

    List<Outbox.Told> facts(UUID owner) {
        return facts.stream()
                .map(told -> new Outbox.Told(told.fact(), told.subject(), owner))
                .toList();
    }

    void runAfterCommit() {
        afterCommit.forEach(Runnable::run);
    }
}
