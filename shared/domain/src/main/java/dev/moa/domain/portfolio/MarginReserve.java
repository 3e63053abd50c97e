package dev.moa.domain.portfolio;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What open orders for contracts set aside: the margin and the taker's fee of the part that would enter a position. Orders against a
 * position use it up in the order in which they came; what only reduces, or trades instead of another, sets nothing aside. It follows from the open orders, the
 * position and its leverage, and is counted again when one of them changes.
 */
final class MarginReserve {
    private final Map<InstrumentId, Map<OrderId, Order>> orders = new HashMap<>();
    private final Map<InstrumentId, BigDecimal> reserved = new HashMap<>();

    void put(Order order) {
        orders.computeIfAbsent(order.instrument().id(), _ -> new LinkedHashMap<>())
                .put(order.id(), order);
    }

    void remove(Order order) {
        orders.getOrDefault(order.instrument().id(), new HashMap<>()).remove(order.id());
    }

    void recount(InstrumentId instrument, Position held, int leverage) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal closable = held == null ? BigDecimal.ZERO : held.quantity().value();
        Set<PlanId> plans = new HashSet<>();
        for (Order order : orders.getOrDefault(instrument, Map.of()).values()) {
            boolean instead = order.leg() != null
                    && order.leg().exclusive()
                    && !plans.add(order.leg().plan());
            if (order.request().reduceOnly() || instead) {
                continue;
            }
            BigDecimal entering = order.remaining().value();
            if (held != null && order.side() == held.direction().exit()) {
                BigDecimal closing = entering.min(closable);
                closable = closable.subtract(closing);
                entering = entering.subtract(closing);
            }
            sum = sum.add(needed(order, entering, order.reference(), leverage));
        }
        reserved.put(instrument, sum);
    }

    /** How much of the position no open order would close yet. */
    BigDecimal closable(Position held) {
        BigDecimal free = held.quantity().value();
        for (Order order : orders.getOrDefault(held.instrument().id(), Map.of()).values()) {
            if (order.side() == held.direction().exit() && !order.request().reduceOnly()) {
                free = free.subtract(order.remaining().value());
            }
        }
        return free.max(BigDecimal.ZERO);
    }

    private static BigDecimal needed(Order order, BigDecimal quantity, Price price, int leverage) {
        BigDecimal value = price.value().multiply(quantity);
        return Margin.initial(value, leverage)
                .add(value.multiply(order.instrument().fees().taker()));
    }

    BigDecimal of(Currency currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<InstrumentId, Map<OrderId, Order>> entry : orders.entrySet()) {
            Map<OrderId, Order> open = entry.getValue();
            if (!open.isEmpty()
                    && open.values().iterator().next().instrument().quote().equals(currency)) {
                sum = sum.add(reserved.getOrDefault(entry.getKey(), BigDecimal.ZERO));
            }
        }
        return sum;
    }
}
