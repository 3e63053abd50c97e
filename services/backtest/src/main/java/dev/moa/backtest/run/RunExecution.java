package dev.moa.backtest.run;

import dev.moa.backtest.measure.Findings;
import dev.moa.backtest.measure.RunWatch;
import dev.moa.backtest.measure.TooManyTrades;
import dev.moa.domain.simulation.BacktestResult;
import dev.moa.domain.value.InvalidValue;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.SqlFailure;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the candles of one claimed run and sees to it that it ends one way or the other. */
@Singleton
class RunExecution {
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);
    private static final int MOST_ATTEMPTS = 5;

    private final CandleStore candles;
    private final RunProgress progress;

    RunExecution(CandleStore candles, RunProgress progress) {
        this.candles = candles;
        this.progress = progress;
    }

    /**
     * Runs it to its end, or until it is no longer wanted.
     *
     * @param alive whether this process goes on
     * @throws DependencyAway when the database broke off; the run is taken up again later
     */
    void execute(Claimed run, BooleanSupplier alive) {
        if (run.attempt() > MOST_ATTEMPTS) {
            progress.failed(run, "The worker ended " + MOST_ATTEMPTS + " times while it ran this backtest.");
            return;
        }
        try {
            play(run, alive).ifPresent(findings -> progress.completed(run, findings));
        } catch (DependencyAway | SqlFailure away) {
            throw away;
        } catch (TooManyTrades | InvalidValue explained) {
            progress.failed(run, sentence(explained.getMessage()));
        } catch (RuntimeException surprise) {
            LOG.error("backtest {} failed", run.id(), surprise);
            progress.failed(run, "An unexpected error ended this backtest; it is in the log under its id.");
        }
    }

    private Optional<Findings> play(Claimed run, BooleanSupplier alive) {
        RunPlan plan = run.plan();
        try (RunPulse pulse = new RunPulse(percent -> progress.at(run, percent))) {
            RunWatch watch = new RunWatch(
                    plan.interval(), played -> pulse.at(percent(played, plan.candles())) && alive.getAsBoolean());
            BacktestResult result =
                    candles.play(plan, stored -> plan.loop(run.id()).run(watch.seen(stored), watch));
            if (result.cancelled() || !pulse.wanted()) {
                return Optional.empty();
            }
            if (result.candles() == 0) {
                throw Problem.refused("no_candles", "The candles are gone.");
            }
            return Optional.of(watch.findings(result));
        }
    }

    private static int percent(long played, long expected) {
        return (int) Math.min(99, 100 * played / Math.max(1, expected));
    }

    private static String sentence(String text) {
        String start = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }
}
