package dev.moa.trading.signal;

import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Signal.Action;
import dev.moa.domain.strategy.Sizing;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.signal.SignalStore.Range;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** What alerts need of a strategy: its sizes, and its words turned into signals. */
@Singleton
class AlertRuns {
    private final SignalStore store;
    private final Clock clock;

    AlertRuns(SignalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A run that knows how much the instrument moves, when the size of the entry depends on it. */
    StrategyRun sized(Strategy strategy) {
        StrategyRun run = strategy.newRun();
        Sizing sizing = strategy.settings().sizing();
        if (sizing != null && sizing.method() == Sizing.Method.VOLATILITY) {
            Range latest = new Range(null, clock.instant(), run.candlesNeeded());
            store.eachCandle(
                    strategy.instrument().id().toString(), strategy.timeframe().code(), latest, run::onCandle);
        }
        return run;
    }

    /** A spot account cannot turn short: the reverse of holding is holding nothing. */
    static Signal wish(LaneTurn turn, Strategy strategy, String verb, Instant at) {
        boolean holds = turn.book().position(strategy.instrument().id()).isPresent();
        Action action = switch (verb) {
            case "buy" -> Action.ENTER_LONG;
            case "reverse" -> holds ? Action.EXIT : Action.ENTER_LONG;
            default -> Action.EXIT;
        };
        return new Signal(action, at, "TradingView: " + verb);
    }
}
