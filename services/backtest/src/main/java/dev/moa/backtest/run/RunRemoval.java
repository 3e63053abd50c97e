package dev.moa.backtest.run;

import dev.moa.contract.BacktestEvents;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Deletes runs. One that is still at work loses its row and thereby its worker. */
@Singleton
public class RunRemoval {
    private final Sql sql;
    private final RunStore runs;
    private final Outbox outbox;
    private final RunProgress progress;

    RunRemoval(Sql sql, RunStore runs, Outbox outbox, RunProgress progress) {
        this.sql = sql;
        this.runs = runs;
        this.outbox = outbox;
        this.progress = progress;
    }

    /** @throws Problem 404 when the person has no such run */
    public void remove(UUID userId, UUID id) {
        boolean cancelled = sql.inTransaction(() -> {
            RunStore.Removed removed = runs.remove(userId, id).orElseThrow(Problem::notFound);
            if (removed.unfinished()) {
                outbox.append(
                        new BacktestEvents.RunFinished(id, userId, removed.name(), "CANCELLED", null, null),
                        id.toString(),
                        userId);
            }
            return removed.unfinished();
        });
        if (cancelled) {
            progress.tell(userId, id, "CANCELLED", 100);
        }
    }
}
