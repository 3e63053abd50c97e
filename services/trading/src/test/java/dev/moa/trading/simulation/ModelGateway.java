package dev.moa.trading.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.trading.simulation.Chance.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The process's way to the venue: requests that may be lost or late both ways, a stream, and reading what is true. */
final class ModelGateway {
    private static final long TIME_OUT = 10_000;

    private final World world;
    private final ModelProcess process;
    private boolean reading;
    private boolean connected;

    ModelGateway(World world, ModelProcess process) {
        this.world = world;
        this.process = process;
        world.venue().tells(report -> world.stream(() -> heard(report)));
    }

    void begin() {
        reading = false;
        connected = true;
    }

    // ---- requests

    void submit(Order order) {
        process.point("CP05", order, "Submitted");
        ask(order);
        process.point("CP06", order, "Submitted");
    }

    private void ask(Order order) {
        call(() -> world.venue().submit(order), answer -> process.told(read(order.id(), answer)), () -> {
            if (world.controls().resendOnTimeOut()) {
                ask(order);
            } else {
                process.told(new OrderEvent.Unconfirmed(order.id(), world.time().instant(), "No clear answer."));
            }
        });
    }

    private OrderEvent read(OrderId id, ModelVenue.Answer answer) {
        var now = world.time().instant();
        return answer.refusal() == null
                ? new OrderEvent.Accepted(id, answer.number(), now, "Taken.")
                : new OrderEvent.Rejected(id, now, answer.refusal());
    }

    boolean canCancel(Order order) {
        return world.venue().ids != ModelVenue.Ids.NONE
                || order.venueOrderId() != null
                || order.status() == OrderStatus.PENDING_NEW;
    }

    void cancel(Order order) {
        process.point("CP15", order, "CancelRequested");
        askToCancel(order);
        process.point("CP16", order, "CancelRequested");
    }

    /** Once more, without what a first request could break. */
    void cancelAgain(Order order) {
        askToCancel(order);
    }

    private void askToCancel(Order order) {
        String name = order.venueOrderId() != null ? order.venueOrderId() : order.clientOrderId();
        call(
                () -> world.venue().cancel(name),
                done -> {
                    if (!done) {
                        process.told(new OrderEvent.CancelRefused(
                                order.id(), world.time().instant(), "Not open."));
                    }
                },
                () -> {});
    }

    void amend(Order order, Price to) {
        String name = order.venueOrderId() != null ? order.venueOrderId() : order.clientOrderId();
        call(
                () -> Optional.ofNullable(world.venue().amend(name, to)),
                price -> price.ifPresent(changed -> process.told(new OrderEvent.Amended(
                        order.id(), changed, null, world.time().instant(), "Changed."))),
                () -> {});
        process.point("CP17", order, "Amended");
    }

    private <T> void call(Supplier<T> atVenue, Consumer<T> answered, Runnable unclear) {
        Chance chance = world.chance();
        boolean[] over = new boolean[1];
        if (!chance.strikes(Fault.REQUEST_LOST, 25)) {
            long late = chance.strikes(Fault.REQUEST_LATE, 25) ? chance.between(200, 14_000) : 0;
            world.time().in(1 + chance.below(40) + late, () -> {
                T answer = atVenue.get();
                boolean lost = chance.strikes(Fault.ANSWER_LOST, 25);
                boolean error = chance.strikes(Fault.ANSWER_IS_AN_ERROR, 30);
                if (!lost) {
                    process.later(
                            1 + chance.below(40),
                            () -> once(over, () -> {
                                if (error) {
                                    unclear.run();
                                } else {
                                    answered.accept(answer);
                                }
                            }));
                }
            });
        }
        process.later(TIME_OUT, () -> once(over, unclear));
    }

    private static void once(boolean[] over, Runnable action) {
        if (!over[0]) {
            over[0] = true;
            action.run();
        }
    }

    // ---- the stream

    private void heard(ModelVenue.Report report) {
        if (!process.isUp() || !connected) {
            return;
        }
        if (world.chance().strikes(Fault.STREAM_DOWN, 80)) {
            connected = false;
            process.later(world.chance().between(500, 20_000), () -> {
                connected = true;
                reconcile();
            });
            return;
        }
        process.later(
                0,
                () -> ours(report.held())
                        .ifPresentOrElse(
                                order -> process.told(said(order.id(), report)),
                                () -> process.later(1_000, this::reconcile)));
    }

    private OrderEvent said(OrderId id, ModelVenue.Report report) {
        Instant now = world.time().instant();
        return report.fill() == null
                ? new OrderEvent.Cancelled(id, now, "Told by the venue.")
                : new OrderEvent.Filled(id, report.fill(), now, "Told by the venue.");
    }

    /** The order of ours that this is; a venue without client ids names only its own number. */
    private Optional<Order> ours(ModelVenue.Held held) {
        return held.clientId != null
                ? Optional.ofNullable(world.store().orders.get(new OrderId(UUID.fromString(held.clientId))))
                : world.store().orders.values().stream()
                        .filter(order -> held.number.equals(order.venueOrderId()))
                        .findFirst();
    }

    // ---- asking

    /** Asks for everything that may differ; one reading at a time. */
    void reconcile() {
        if (reading || !process.isUp()) {
            return;
        }
        reading = true;
        boolean cut = world.chance().strikes(Fault.LIST_CUT, 12);
        Instant readAt = world.time().instant();
        List<Order> ours = process.openOrders().stream()
                .filter(order -> order.status() != OrderStatus.PENDING_NEW)
                .toList();
        call(
                () -> ModelReading.of(world.venue(), readAt, world.time().instant(), ours, cut),
                state -> {
                    reading = false;
                    if (!world.chance().strikes(Fault.READ_FAILED, 15)) {
                        process.compare(state);
                    }
                },
                () -> reading = false);
    }
}
