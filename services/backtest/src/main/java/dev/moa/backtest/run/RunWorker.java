package dev.moa.backtest.run;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one run at a time, the oldest first. Ending the process and killing it are the same: the run is left as it is, its lease
 * runs out, and the next worker begins it again.
 */
@Singleton
class RunWorker implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    private final RunStore runs;
    private final RunExecution execution;
    private final BacktestSettings settings;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("backtest-worker").unstarted(this::work);
    private volatile boolean stopped;

    RunWorker(RunStore runs, RunExecution execution, BacktestSettings settings, Clock clock) {
        this.runs = runs;
        this.execution = execution;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        thread.start();
    }

    /** There may be something to do. Returns at once. */
    void wake() {
        bell.release();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        bell.release();
        if (thread.isAlive()) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void work() {
        while (!stopped) {
            try {
                Optional<Claimed> run = runs.claim(settings.lease(), clock.instant());
                if (run.isPresent()) {
                    execution.execute(run.get(), () -> !stopped);
                } else {
                    listen();
                }
            } catch (DependencyAway | SqlFailure away) {
                LOG.warn("a backtest has to wait: {}", away.getMessage());
                listen();
            } catch (RuntimeException surprise) {
                LOG.error("the backtest worker goes on after a surprise", surprise);
                listen();
            }
        }
    }

    private void listen() {
        try {
            if (bell.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException nobodyInterruptsIt) {
            stopped = true;
        }
    }
}
