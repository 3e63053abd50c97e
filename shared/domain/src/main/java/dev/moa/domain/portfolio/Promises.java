package dev.moa.domain.portfolio;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.Origin;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.PlanId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What the open orders of a spot account have promised away; of orders that trade instead of each other the largest counts. */
final class Promises {
    private final Map<OrderId, Order> orders;

    Promises(Map<OrderId, Order> orders) {
        this.orders = orders;
    }

    static BigDecimal cost(Instrument instrument, BigDecimal notional) {
        return notional.add(notional.multiply(instrument.fees().taker()));
    }

    private static BigDecimal cost(Order order) {
        return cost(order.instrument(), order.reference().times(order.remaining()));
    }

    /** The money that the open order of this id has reserved, with all that trade instead of it. */
    BigDecimal moneyOf(Order order) {
        Origin.Leg leg = order.leg();
        if (!order.side().isBuy() || order.instrument().isMargined()) {
            return BigDecimal.ZERO;
        }
        if (leg == null || !leg.exclusive()) {
            Order held = orders.get(order.id());
            return held == null ? BigDecimal.ZERO : cost(held);
        }
        return sharedMoney(order.instrument(), leg);
    }

    /** The money reserved by orders that this part of a plan would trade instead of. */
    BigDecimal sharedMoney(Instrument instrument, Origin.Leg leg) {
        return orders.values().stream()
                .filter(order -> !instrument.isMargined()
                        && order.side().isBuy()
                        && order.instrument().id().equals(instrument.id())
                        && excludes(leg, order))
                .map(Promises::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** What open sell orders may still sell. */
    BigDecimal holdings(InstrumentId instrument) {
        BigDecimal promised = BigDecimal.ZERO;
        Map<PlanId, BigDecimal> exclusive = new HashMap<>();
        for (Order order : orders.values()) {
            if (sells(order, instrument)) {
                BigDecimal rest = order.remaining().value();
                if (order.leg() != null && order.leg().exclusive()) {
                    exclusive.merge(order.leg().plan(), rest, BigDecimal::max);
                } else {
                    promised = promised.add(rest);
                }
            }
        }
        return exclusive.values().stream().reduce(promised, BigDecimal::add);
    }

    /** What orders may still sell that this part of a plan would trade instead of. */
    BigDecimal sharedHoldings(InstrumentId instrument, Origin.Leg leg) {
        return orders.values().stream()
                .filter(order -> sells(order, instrument) && excludes(leg, order))
                .map(order -> order.remaining().value())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static boolean sells(Order order, InstrumentId instrument) {
        return !order.side().isBuy() && order.instrument().id().equals(instrument);
    }

    private static boolean excludes(Origin.Leg leg, Order other) {
        return leg != null && leg.excludes(other.leg());
    }
}
