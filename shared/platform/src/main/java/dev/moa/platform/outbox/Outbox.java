package dev.moa.platform.outbox;

import dev.moa.contract.Envelope;
import dev.moa.contract.Fact;
import dev.moa.platform.Ids;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where a service tells its facts: in the transaction of the state they describe, so that both are there or neither. */
@Singleton
public class Outbox {

    private static final String INSERT = "insert into outbox (event_id, name, version, subject, owner, at, body) "
            + "values (?, ?, ?, ?, ?, clock_timestamp(), ?)";

    private final Sql sql;
    private final Wire wire;
    private final RelaySignal signal;
    private final Clock clock;

    Outbox(Sql sql, Wire wire, RelaySignal signal, Clock clock) {
        this.sql = sql;
        this.wire = wire;
        this.signal = signal;
        this.clock = clock;
    }

    /** What is told, about what ({@code subject}: the id of the thing) and to whom it belongs (null: to nobody). */
    public record Told(Fact fact, String subject, UUID owner) {}

    /**
     * Writes the fact; it leaves for RabbitMQ as soon as the transaction has committed. Facts of one owner arrive in the
     * order of these calls as long as whoever writes for that owner holds a lock of his (a row, a lane).
     *
     * @param subject id of the thing it is about
     * @param owner the person it belongs to, null when it belongs to nobody
     * @return the event id
     * @throws IllegalStateException outside a transaction
     */
    public UUID append(Fact fact, String subject, UUID owner) {
        return append(List.of(new Told(fact, subject, owner))).getFirst();
    }

    /** As {@link #append(Fact, String, UUID)}, all in one round trip and in this order. */
    public List<UUID> append(List<Told> facts) {
        if (!sql.isInTransaction()) {
            throw new IllegalStateException("a fact must be written in the transaction of its state");
        }
        if (facts.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = new ArrayList<>(facts.size());
        List<Object[]> rows = new ArrayList<>(facts.size());
        for (Told told : facts) {
            Envelope envelope = envelope(told);
            ids.add(envelope.eventId());
            rows.add(new Object[] {
                envelope.eventId(),
                envelope.name(),
                envelope.version(),
                envelope.subject(),
                envelope.owner(),
                wire.write(envelope, told.fact())
            });
        }
        sql.batch(INSERT, rows);
        sql.afterCommit(signal::ring);
        return ids;
    }

    private Envelope envelope(Told told) {
        ContractId contract = ContractId.of(told.fact().getClass());
        return new Envelope(
                Ids.next(),
                contract.name(),
                contract.version(),
                clock.instant(),
                contract.producer(),
                told.subject(),
                told.owner());
    }
}
