package dev.moa.trading.signal;

import dev.moa.domain.simulation.Quote;
import dev.moa.domain.strategy.Adjustment;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.platform.health.AtStart;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.strategy.Strategies;
import dev.moa.trading.strategy.Strategy;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns stored alerts into orders, on the lane of the strategy's account. */
@Singleton
public class SignalExecution {
    private static final Logger LOG = LoggerFactory.getLogger(SignalExecution.class);

    /** An alert that a crash kept us from acting on for this long is not acted on any more. */
    private static final Duration TOO_OLD = Duration.ofMinutes(5);

    private final Strategies strategies;
    private final AlertRuns runs;
    private final SignalStore store;
    private final Signals signals;
    private final AccountLanes lanes;
    private final SignalFollowing following;
    private final QuoteBoard quotes;
    private final Clock clock;

    SignalExecution(
            Strategies strategies,
            AlertRuns runs,
            SignalStore store,
            Signals signals,
            AccountLanes lanes,
            SignalFollowing following,
            QuoteBoard quotes,
            Clock clock) {
        this.strategies = strategies;
        this.runs = runs;
        this.store = store;
        this.signals = signals;
        this.lanes = lanes;
        this.following = following;
        this.quotes = quotes;
        this.clock = clock;
    }

    /** What a crash left undecided is taken up again. */
    @EventListener
    @Order(100)
    void resume(StartupEvent event) {
        AtStart.insist(() -> store.expire(clock.instant().minus(TOO_OLD), clock.instant()));
        AtStart.insist(() -> store.undecided().forEach(this::begin));
    }

    /** Puts the signal on its lane; nobody waits. */
    public void begin(StoredSignal signal) {
        strategies.find(signal.strategyId()).ifPresent(strategy -> {
            AccountLane lane = lanes.of(strategy.accountId());
            lookUpPrice(strategy);
            StrategyRun run = runs.sized(strategy);
            lane.submit(turn -> {
                execute(turn, strategy, run, signal);
                return null;
            });
        });
    }

    /** A signal is not kept until somebody can tell a price: by then it would be old. It is refused on its lane. */
    private void lookUpPrice(Strategy strategy) {
        try {
            quotes.lookUp(strategy.instrument().id());
        } catch (DependencyAway away) {
            LOG.warn("a signal finds no price of {}: {}", strategy.instrument().id(), away.detail());
        }
    }

    private void execute(LaneTurn turn, Strategy strategy, StrategyRun run, StoredSignal signal) {
        if (!store.isUndecided(signal.id())) {
            return;
        }
        if (!strategy.active()) {
            signals.outcome(turn, signal, SignalOutcome.refused(List.of("The strategy is switched off.")));
            return;
        }
        Optional<Quote> market = quotes.latest(strategy.instrument().id());
        if (market.isEmpty()) {
            signals.outcome(
                    turn, signal, SignalOutcome.noPrice(strategy.instrument().id()));
            return;
        }
        following.lever(turn, strategy);
        Signal wish = AlertRuns.wish(turn, strategy, signal.action(), signal.marketAt());
        Adjustment adjustment = following.wanted(turn, strategy, run, wish, market.get());
        signals.outcome(turn, signal, following.follow(turn, strategy, signal.id(), adjustment, market.get()));
    }
}
