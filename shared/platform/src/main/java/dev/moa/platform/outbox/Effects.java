package dev.moa.platform.outbox;

import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Brings about the effects of messages, each at most once, all of one call in one transaction. */
final class Effects {

    private final Sql sql;
    private final Inbox inbox;
    private final QueueName queue;
    private final Understanding understanding;
    private final FactHandler handler;

    Effects(Sql sql, Inbox inbox, QueueName queue, Understanding understanding, FactHandler handler) {
        this.sql = sql;
        this.inbox = inbox;
        this.queue = queue;
        this.understanding = understanding;
        this.handler = handler;
    }

    /** Answers how many were new. */
    int of(List<String> messages) {
        List<Received<?>> received = new ArrayList<>(messages.size());
        messages.forEach(message -> received.add(understanding.read(message)));
        List<UUID> ids = received.stream().map(one -> one.envelope().eventId()).toList();
        return sql.inTransaction(() -> {
            Set<UUID> fresh = inbox.remember(queue, ids);
            int count = fresh.size();
            handler.handleAll(received.stream()
                    .filter(one -> fresh.remove(one.envelope().eventId()))
                    .toList());
            CrashPoint.at("CP11");
            return count;
        });
    }
}
