package dev.moa.platform.outbox;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/**
 * The relay's view of the outbox. Rows are read by id among those visible, so a fact is seen as soon as its transaction
 * has committed, and two facts of which the second was written after the first was committed are never seen the other
 * way round. Rows are remembered as sent one by one, not by a position, so none is skipped when ids commit out of order.
 */
@Singleton
class OutboxTable {

    private static final String WAITING = "select id, event_id, name, body from outbox "
            + "where sent_at is null and name <> all(?::text[]) order by id limit ?";
    private static final String SENT = "update outbox set sent_at = clock_timestamp() where id = any(?::bigint[])";
    private static final String CLEAN = "delete from outbox where id in (select id from outbox "
            + "where at < now() - interval '7 days' and sent_at < now() - interval '7 days' order by at limit ?)";
    private static final String BACKLOG = "select count(*) as depth, "
            + "coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::bigint as age "
            + "from (select at from outbox where sent_at is null order by id limit 100000) waiting";

    private final Sql sql;

    OutboxTable(Sql sql) {
        this.sql = sql;
    }

    List<Letter> waiting(Collection<String> exceptNames, int limit) {
        return sql.list(
                WAITING,
                rs -> new Letter(
                        rs.getLong("id"), Columns.uuid(rs, "event_id"), rs.getString("name"), rs.getString("body")),
                List.copyOf(exceptNames),
                limit);
    }

    void markSent(List<Letter> letters) {
        if (!letters.isEmpty()) {
            sql.update(SENT, letters.stream().map(Letter::id).toList());
        }
    }

    int removeOld(int limit) {
        return sql.update(CLEAN, limit);
    }

    Backlog backlog() {
        return sql.one(BACKLOG, rs -> new Backlog(rs.getLong("depth"), rs.getLong("age")))
                .orElseThrow();
    }

    /**
     * @param depth unsent rows, counted up to 100,000
     * @param age seconds since the oldest of them was written
     */
    record Backlog(long depth, long age) {}
}
