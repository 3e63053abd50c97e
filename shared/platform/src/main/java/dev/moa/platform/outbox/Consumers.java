package dev.moa.platform.outbox;

import dev.moa.platform.ServiceName;
import dev.moa.platform.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/** One queue worker for each handler of this service. */
@Singleton
class Consumers {

    private final List<Worker> workers;

    Consumers(List<FactHandler> handlers, Tools tools) {
        this.workers = handlers.stream()
                .<Worker>map(handler -> new QueueWorker(handler, tools))
                .toList();
    }

    List<Worker> all() {
        return workers;
    }

    /** What every queue worker needs. */
    @Singleton
    record Tools(
            Sql sql,
            Inbox inbox,
            Wire wire,
            Rabbit rabbit,
            MeterRegistry meters,
            SweepSettings sweeping,
            ServiceName service) {}
}
