package dev.moa.backtest.history;

import dev.moa.backtest.measure.Figures;
import dev.moa.backtest.measure.Trade;
import dev.moa.backtest.run.RunPlan;
import dev.moa.platform.json.OneOf;
import dev.moa.platform.page.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run and, once completed, what it found.
 *
 * @param progress 0 to 100
 * @param request everything it was run with, defaults filled in
 * @param error one sentence, when it failed
 * @param equityCurve {@code [[time, equity], …]}, oldest first; left out in lists, with the trades
 * @param trades the first of them, in the order in which they closed
 * @param tradesCursor for the rest at {@code …/trades}; left out when these are all
 */
@Serdeable
record ResultView(
        UUID runId,
        String name,

        @OneOf({"QUEUED", "RUNNING", "COMPLETED", "FAILED"}) String status,

        int progress,
        RunPlan request,
        @Nullable Figures figures,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable List<@Size(min = 2, max = 2) List<String>> equityCurve,
        @Nullable List<Trade> trades,
        @Nullable String tradesCursor) {

    static ResultView of(StoredRun run) {
        return of(run, null, new Page<>(null, null));
    }

    static ResultView of(StoredRun run, List<List<String>> curve, Page<Trade> trades) {
        return new ResultView(
                run.id(),
                run.name(),
                run.state(),
                run.progress(),
                run.plan(),
                run.figures(),
                run.error(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                curve,
                trades.items(),
                trades.nextCursor());
    }
}
