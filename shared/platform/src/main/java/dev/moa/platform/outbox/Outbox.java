package dev.moa.platform.outbox;

import dev.moa.contract.Envelope;
import dev.moa.contract.Fact;
import dev.moa.platform.Ids;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
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
        if (!sql.isInTransaction()) {
            throw new IllegalStateException("a fact must be written in the transaction of its state");
        }
        ContractId contract = ContractId.of(fact.getClass());
        Envelope envelope = new Envelope(
                Ids.next(), contract.name(), contract.version(), clock.instant(), contract.producer(), subject, owner);
        sql.update(
                INSERT,
                envelope.eventId(),
                envelope.name(),
                envelope.version(),
                subject,
                owner,
                wire.write(envelope, fact));
        sql.afterCommit(signal::ring);
        return envelope.eventId();
    }
}
