package dev.moa.trading.signal;

import dev.moa.contract.MarketEvents.CandleClosed;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.value.StrategyId;
import dev.moa.trading.signal.SignalStore.Range;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The strategies at work, each with the candles it has seen. Rebuilt from stored candles whenever this process, the
 * strategy or the replay is new: a replay from its first candle on, live data from four times what the strategy needs.
 * Used by the candle queue's thread only.
 */
@Singleton
class StrategyRuns {
    private static final int LIVE_HISTORY = 4;
    private static final int MISSED_AT_MOST = 100_000;
    private static final int REPLAY_HISTORY = 1_000_000;

    private record Working(UUID replay, Instant version, StrategyRun run) {
        boolean isFor(Strategy strategy, UUID wanted) {
            return Objects.equals(replay, wanted) && version.equals(strategy.updatedAt());
        }
    }

    private final SignalStore store;
    private final Map<StrategyId, Working> working = new HashMap<>();

    StrategyRuns(SignalStore store) {
        this.store = store;
    }

    Optional<Signal> onCandle(Strategy strategy, CandleClosed closed) {
        Working known = working.get(strategy.id());
        if (known == null || !known.isFor(strategy, closed.run())) {
            known = new Working(closed.run(), strategy.updatedAt(), warm(strategy, closed));
            working.put(strategy.id(), known);
        }
        catchUp(known.run(), closed);
        return known.run().onCandle(candle(closed));
    }

    /** Candles that were stored while nobody told of them are seen too; what was decided on them is not acted on. */
    private void catchUp(StrategyRun run, CandleClosed closed) {
        Instant last = run.lastCandle();
        if (closed.run() == null
                && last != null
                && closed.openTime().isAfter(Interval.of(closed.interval()).closeTime(last))) {
            Range missed = new Range(last, closed.openTime(), MISSED_AT_MOST);
            store.eachCandle(closed.instrument(), closed.interval(), missed, run::onCandle);
        }
    }

    /** The run that last saw a candle. */
    StrategyRun of(Strategy strategy) {
        return working.get(strategy.id()).run();
    }

    void forget(Strategy strategy) {
        working.remove(strategy.id());
    }

    private StrategyRun warm(Strategy strategy, CandleClosed closed) {
        StrategyRun run = strategy.newRun();
        Range range = closed.run() == null
                ? new Range(null, closed.openTime(), LIVE_HISTORY * run.candlesNeeded())
                : new Range(
                        store.replayBegan(strategy.id().value(), closed.run(), closed.openTime()),
                        closed.openTime(),
                        REPLAY_HISTORY);
        store.eachCandle(closed.instrument(), closed.interval(), range, run::onCandle);
        return run;
    }

    static Candle candle(CandleClosed closed) {
        return Candle.of(
                closed.openTime(), closed.open(), closed.high(), closed.low(), closed.close(), closed.volume());
    }
}
