package dev.moa.platform.outbox;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which events have had their effect, by queue. Written in the transaction of the effect. */
@Singleton
class Inbox {

    private static final String REMEMBER = "insert into inbox (queue, event_id, at) "
            + "select ?, id, clock_timestamp() from unnest(?::uuid[]) as id "
            + "on conflict do nothing returning event_id";

    private final Sql sql;

    Inbox(Sql sql) {
        this.sql = sql;
    }

    /** Remembers them and answers those that were not known yet. */
    Set<UUID> remember(QueueName queue, List<UUID> eventIds) {
        return new HashSet<>(sql.list(REMEMBER, rs -> Columns.uuid(rs, "event_id"), queue.live(), eventIds));
    }
}
