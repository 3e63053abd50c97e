package dev.moa.trading.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.trading.simulation.Chance.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whoever wants orders: asks again under the same key until there is an answer, and remembers what was promised. */
final class People {
    private final World world;
    /** By idempotency key; empty for a refusal. */
    final Map<String, Optional<OrderId>> promised = new HashMap<>();

    private int wishes;
    private boolean resting;

    People(World world) {
        this.world = world;
    }

    void begin() {
        world.time().in(100 + world.chance().below(3_000), () -> {
            if (!resting) {
                wishes++;
                if (world.chance().oneIn(4)) {
                    cancelSomething();
                } else if (world.chance().oneIn(5)) {
                    amendSomething();
                } else {
                    ask("key-" + wishes, request());
                }
                begin();
            }
        });
    }

    void rest() {
        resting = true;
    }

    int wishes() {
        return wishes;
    }

    private void ask(String key, OrderRequest request) {
        world.process().place(key, request, answer -> {
            if (!world.chance().strikes(Fault.CALLER_UNHEARD, 30)) {
                promised.put(key, answer);
            }
        });
        world.time().in(3_000 + world.chance().below(4_000), () -> {
            if (!promised.containsKey(key)) {
                ask(key, request);
            }
        });
    }

    private OrderRequest request() {
        Chance chance = world.chance();
        Side side = chance.oneIn(2) ? Side.BUY : Side.SELL;
        Quantity quantity = Quantity.of("0.00" + chance.between(1, 9));
        if (chance.oneIn(3)) {
            return OrderRequest.market(World.BTC, side, quantity);
        }
        int price = world.venue().price() + chance.between(-150, 150);
        return OrderRequest.limit(World.BTC, side, quantity, Price.of(Integer.toString(price)));
    }

    private void amendSomething() {
        List<Order> open =
                world.store().orders.values().stream().filter(Order::isOpen).toList();
        if (!open.isEmpty()) {
            int price = world.venue().price() + world.chance().between(-150, 150);
            world.process().amend(open.get(world.chance().below(open.size())).id(), Price.of(Integer.toString(price)));
        }
    }

    private void cancelSomething() {
        List<Order> open =
                world.store().orders.values().stream().filter(Order::isOpen).toList();
        if (!open.isEmpty()) {
            world.process().cancel(open.get(world.chance().below(open.size())).id());
        }
    }
}
