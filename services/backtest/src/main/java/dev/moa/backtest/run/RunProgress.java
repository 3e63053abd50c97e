package dev.moa.backtest.run;

import dev.moa.backtest.measure.Findings;
import dev.moa.contract.BacktestEvents;
import dev.moa.contract.LiveMessages;
import dev.moa.platform.live.Live;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;

/** Writes down how far a run is and how it ended, and tells the person. What ended and the fact about it are one transaction. */
@Singleton
class RunProgress {
    private final Sql sql;
    private final RunStore runs;
    private final Outbox outbox;
    private final Live live;
    private final BacktestSettings settings;
    private final Clock clock;

    RunProgress(Sql sql, RunStore runs, Outbox outbox, Live live, BacktestSettings settings, Clock clock) {
        this.sql = sql;
        this.runs = runs;
        this.outbox = outbox;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers whether the run is still this worker's. */
    boolean at(Claimed run, int percent) {
        boolean ours = runs.renew(run, percent, settings.lease());
        if (ours) {
            tell(run.userId(), run.id(), "RUNNING", percent);
        }
        return ours;
    }

    void completed(Claimed run, Findings findings) {
        boolean ours = sql.inTransaction(() -> runs.complete(run, findings, clock.instant())
                && finished(
                        run,
                        "COMPLETED",
                        findings.figures().totalReturnPct(),
                        findings.figures().tradeCount()));
        if (ours) {
            tell(run.userId(), run.id(), "COMPLETED", 100);
        }
    }

    void failed(Claimed run, String sentence) {
        boolean ours = sql.inTransaction(
                () -> runs.fail(run, sentence, clock.instant()) && finished(run, "FAILED", null, null));
        if (ours) {
            tell(run.userId(), run.id(), "FAILED", 100);
        }
    }

    void tell(UUID userId, UUID runId, String status, int percent) {
        live.publish(
                LiveMessages.PERSON_CHANNEL + userId,
                new LiveMessages.PersonMessage(
                        "backtest_progress", null, new LiveMessages.BacktestProgress(runId, status, percent)));
    }

    private boolean finished(Claimed run, String status, BigDecimal totalReturn, Integer trades) {
        outbox.append(
                new BacktestEvents.RunFinished(run.id(), run.userId(), run.name(), status, totalReturn, trades),
                run.id().toString(),
                run.userId());
        return true;
    }
}
