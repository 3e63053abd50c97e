package dev.moa.trading.signal;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Position;
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
import java.util.function.Consumer;

/** What alerts need of a strategy: its sizes, and its words turned into signals. */
@Singleton
public class AlertRuns {
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
            latest(strategy.instrument().id(), strategy.timeframe(), run.candlesNeeded(), run::onCandle);
        }
        return run;
    }

    /** Hands over the last closed candles, oldest first. */
    public void latest(InstrumentId instrument, Interval timeframe, int count, Consumer<Candle> reader) {
        Range range = new Range(null, clock.instant(), count);
        store.eachCandle(instrument.toString(), timeframe.code(), range, reader);
    }

    /** Where short is not possible the reverse of holding is holding nothing, and selling is closing. */
    static Signal wish(LaneTurn turn, Strategy strategy, String verb, Instant at) {
        Direction held = turn.book()
                .position(strategy.instrument().id())
                .map(Position::direction)
                .orElse(null);
        Action action = switch (verb) {
            case "buy" -> Action.ENTER_LONG;
            case "sell" -> Action.ENTER_SHORT;
            case "reverse" -> held == Direction.LONG ? Action.ENTER_SHORT : Action.ENTER_LONG;
            default -> Action.EXIT;
        };
        return new Signal(action, at, "TradingView: " + verb);
    }
}
