package dev.moa.trading.simulation;

import dev.moa.trading.simulation.Chance.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Relay, broker and consumer: messages are lost, doubled, late and out of order; the inbox and the sweep make up for it. */
final class ModelQueue {
    private final World world;
    private final Set<UUID> inbox = new HashSet<>();
    final Map<UUID, Integer> effects = new HashMap<>();
    /** How many rows of the outbox are marked sent: it outlives the process. */
    private int sent;

    private int generation;

    ModelQueue(World world) {
        this.world = world;
    }

    /** One pass of the relay, which belongs to the trading process. */
    void relay(ModelProcess process) {
        for (var rows = world.store().outbox; sent < rows.size(); sent++) {
            process.point("CP08", null, "relay");
            publish(rows.get(sent));
            process.point("CP09", null, "relay");
            process.point("CP10", null, "relay");
        }
        if (world.chance().strikes(Fault.QUEUE_EMPTIED, 150)) {
            generation++;
        }
    }

    private void publish(ModelStore.Row row) {
        if (world.chance().strikes(Fault.MESSAGE_LOST, 80)) {
            return;
        }
        deliverLater(row);
        if (world.chance().strikes(Fault.MESSAGE_TWICE, 60)) {
            deliverLater(row);
        }
    }

    private void deliverLater(ModelStore.Row row) {
        int held = generation;
        long late =
                world.chance().strikes(Fault.MESSAGE_LATE, 60) ? world.chance().between(1_000, 90_000) : 0;
        world.time().in(1 + late + world.chance().below(20), () -> {
            if (held == generation) {
                consume(row);
            }
        });
    }

    private void consume(ModelStore.Row row) {
        if (world.chance().strikes(Fault.CRASH, 150)) {
            world.coverage().hit("CP11", null, row.what);
            deliverLater(row);
            return;
        }
        if (inbox.add(row.event) || world.controls().inboxRemoved()) {
            effects.merge(row.event, 1, Integer::sum);
        }
        if (world.chance().strikes(Fault.CRASH, 150)) {
            world.coverage().hit("CP12", null, row.what);
            deliverLater(row);
        }
    }

    /** Fetches what is old and never arrived. */
    void sweep() {
        long old = world.time().millis() - 30_000;
        for (ModelStore.Row row : world.store().outbox) {
            if (row.at < old && !inbox.contains(row.event)) {
                inbox.add(row.event);
                effects.merge(row.event, 1, Integer::sum);
            }
        }
    }
}
