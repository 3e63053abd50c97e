package dev.moa.trading.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.OrderId;
import dev.moa.trading.simulation.Chance.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The process's way to the venue: requests that may be lost or late both ways, a stream, and reading what is true. */
final class ModelGateway {
    private static final long TIME_OUT = 10_000;
    private static final long TOO_YOUNG = 5_000;

    private final World world;
    private final ModelProcess process;
    private final Map<OrderId, Settlement.Absence> absences = new HashMap<>();
    private boolean reading;
    private boolean connected;

    ModelGateway(World world, ModelProcess process) {
        this.world = world;
        this.process = process;
        world.venue().tells(report -> world.stream(() -> heard(report)));
    }

    void begin() {
        absences.clear();
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
                                order -> Settlement.of(
                                                order.id(), report, world.time().instant())
                                        .forEach(process::told),
                                () -> process.later(1_000, this::reconcile)));
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
        call(
                () -> world.venue().visible(),
                list -> {
                    reading = false;
                    if (!world.chance().strikes(Fault.READ_FAILED, 15)) {
                        read(cut ? list.subList(0, list.size() / 2) : list, !cut);
                    }
                },
                () -> reading = false);
    }

    private void read(List<ModelVenue.Held> list, boolean whole) {
        process.point("CP18", null, "read");
        for (ModelVenue.Held held : list) {
            ours(held).ifPresent(order -> settle(order, held));
        }
        List<Order> unclear = process.openOrders().stream()
                .filter(order -> order.status() != OrderStatus.PENDING_NEW && order.venueOrderId() == null)
                .toList();
        for (Order order : unclear) {
            if (order.updatedAt().plusMillis(TOO_YOUNG).isAfter(world.time().instant())) {
                continue;
            }
            if (world.venue().ids == ModelVenue.Ids.NONE) {
                if (whole) {
                    Settlement.onlyCandidate(order, unclear, list, this::isUnclaimed)
                            .ifPresent(held -> settle(order, held));
                }
            } else {
                find(order);
            }
            process.point("CP19", order, "read");
        }
    }

    private void find(Order order) {
        call(
                () -> world.venue().find(order.clientOrderId(), order.venueOrderId()),
                found -> found.ifPresentOrElse(held -> settle(order, held), () -> absent(order)),
                () -> {});
    }

    private boolean isUnclaimed(ModelVenue.Held held) {
        return ours(held).isEmpty();
    }

    private void settle(Order order, ModelVenue.Held held) {
        absences.remove(order.id());
        var now = world.time().instant();
        boolean old = !order.updatedAt().plusMillis(TOO_YOUNG).isAfter(now);
        Settlement.of(order, held, now).forEach(process::told);
        if (old && order.status() == OrderStatus.PENDING_CANCEL && held.isOpen()) {
            askToCancel(order);
        }
    }

    private void absent(Order order) {
        Settlement.Absence absence = absences.merge(
                order.id(), Settlement.Absence.first(world.time().millis()), (before, now) -> before.again(now));
        if (absence.proves(world.venue().ids)) {
            absences.remove(order.id());
            process.told(new OrderEvent.Rejected(order.id(), world.time().instant(), "It never reached the venue."));
        }
    }
}
