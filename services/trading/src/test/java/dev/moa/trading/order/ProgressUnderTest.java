package dev.moa.trading.order;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.value.OrderId;
import dev.moa.trading.account.HandoverUnderTest;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.household.MeetingStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** {@link OrderProgress} as it is, on a store that only finds orders; for orders with plain protection. */
public final class ProgressUnderTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OrderProgress progress;

    public ProgressUnderTest(Function<OrderId, Optional<Order>> stored, Clock clock) {
        OrderStore store = (OrderStore) Proxy.newProxyInstance(
                OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return stored.apply((OrderId) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        progress = new OrderProgress(
                store,
                new OrderRecorder(null),
                nothingMet(),
                (turn, change, profit) -> {},
                new HandoverUnderTest(),
                clock,
                meters);
    }

    private static MeetingStore nothingMet() {
        return (MeetingStore) Proxy.newProxyInstance(
                MeetingStore.class.getClassLoader(),
                new Class<?>[] {MeetingStore.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** As it is inside a task of the lane. */
    public Order apply(LaneTurn turn, OrderEvent event) {
        return progress.apply(turn, event);
    }

    public double alarms() {
        return meters.counter("moa_order_alarms_total").count();
    }
}
