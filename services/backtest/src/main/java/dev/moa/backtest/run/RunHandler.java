package dev.moa.backtest.run;

import dev.moa.contract.BacktestEvents;
import dev.moa.contract.Fact;
import dev.moa.platform.outbox.FactHandler;
import dev.moa.platform.outbox.Received;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Set;

/** Hands a run from the queue to the workers. The run itself is far too long for a message's transaction. */
@Singleton
class RunHandler implements FactHandler {
    private final Sql sql;
    private final RunStore runs;
    private final RunWorker worker;

    RunHandler(Sql sql, RunStore runs, RunWorker worker) {
        this.sql = sql;
        this.runs = runs;
        this.worker = worker;
    }

    @Override
    public String queue() {
        return "runs";
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(BacktestEvents.RunRequested.class);
    }

    @Override
    public void handle(Received<?> received) {
        if (received.fact() instanceof BacktestEvents.RunRequested requested) {
            runs.deliver(requested.runId());
            sql.afterCommit(worker::wake);
        }
    }
}
