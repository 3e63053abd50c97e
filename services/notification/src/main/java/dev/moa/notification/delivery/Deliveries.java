package dev.moa.notification.delivery;

import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Takes messages in and tells what became of them. */
@Singleton
public class Deliveries {
    private final DeliveryStore store;
    private final DeliverySignal signal;
    private final Sql sql;
    private final Clock clock;

    Deliveries(DeliveryStore store, DeliverySignal signal, Sql sql, Clock clock) {
        this.store = store;
        this.signal = signal;
        this.sql = sql;
        this.clock = clock;
    }

    /** Part of the running transaction; sending begins after its commit. Answers the message's number. */
    public long enqueue(DeliveryDraft draft) {
        long id = store.insert(draft, clock.instant());
        sql.afterCommit(signal::ring);
        return id;
    }

    /** Gives up everything still waiting for an address, for example because its chat was unlinked. */
    public void dropAllTo(String address, String reason) {
        store.dropAllTo(address, reason, clock.instant());
    }

    public List<DeliveryStatus> of(List<UUID> notifications) {
        return notifications.isEmpty() ? List.of() : store.of(notifications);
    }
}
