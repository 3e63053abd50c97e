package dev.moa.platform.outbox;

import dev.moa.contract.Fact;
import dev.moa.contract.TradingEvents;
import dev.moa.platform.sql.Sql;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A handler whose effect is one row per event; subjects that begin with {@code poison} always fail. */
final class Recorder implements FactHandler {

    final AtomicInteger calls = new AtomicInteger();
    private final int batch;
    private Supplier<Sql> sql = () -> {
        throw new IllegalStateException("not connected yet");
    };

    Recorder(int batch) {
        this.batch = batch;
    }

    Recorder writesTo(Supplier<Sql> database) {
        this.sql = database;
        return this;
    }

    @Override
    public String queue() {
        return "test";
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(TradingEvents.SignalReceived.class);
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public void handle(Received<?> received) {
        calls.incrementAndGet();
        String subject = received.envelope().subject();
        sql.get()
                .update(
                        "insert into effect (event_id, subject) values (?, ?)",
                        received.envelope().eventId(),
                        subject);
        if (subject.startsWith("poison")) {
            throw new IllegalStateException("cannot digest this");
        }
    }
}
