package dev.moa.backtest.run;

import dev.moa.contract.BacktestEvents;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.platform.Ids;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Takes a run on: its row and the message to the workers are one transaction. */
@Singleton
class RunIntake {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Sql sql;
    private final RunPlanning planning;
    private final RunStore runs;
    private final Outbox outbox;
    private final BacktestSettings settings;
    private final Clock clock;

    RunIntake(Sql sql, RunPlanning planning, RunStore runs, Outbox outbox, BacktestSettings settings, Clock clock) {
        this.sql = sql;
        this.planning = planning;
        this.runs = runs;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Queues a run.
     *
     * @throws Problem 422 {@code no_candles}, 429 {@code too_many_runs}
     */
    UUID take(UUID userId, BacktestRequest asked) {
        RunPlan plan = planning.plan(asked);
        String name = asked.name() == null || asked.name().isBlank()
                ? StrategyTemplate.of(plan.indicatorId()).title() + " " + plan.instrument() + " " + plan.timeframe()
                : asked.name().strip();
        return sql.inTransaction(() -> {
            if (runs.unfinished(userId) >= settings.queue()) {
                throw Problem.of(429, "too_many_runs", "Wait until one of your other runs has ended.")
                        .retryAfter(TRY_AGAIN);
            }
            UUID id = Ids.next();
            runs.add(id, userId, name, plan, clock.instant());
            outbox.append(new BacktestEvents.RunRequested(id), id.toString(), userId);
            return id;
        });
    }
}
