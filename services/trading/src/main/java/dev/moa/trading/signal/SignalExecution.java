package dev.moa.trading.signal;

import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Signal.Action;
import dev.moa.domain.value.Side;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.order.Placement;
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
class SignalExecution {
    private static final Logger LOG = LoggerFactory.getLogger(SignalExecution.class);

    /** An alert that a crash kept us from acting on for this long is not acted on any more. */
    private static final Duration TOO_OLD = Duration.ofMinutes(5);

    private final Strategies strategies;
    private final SignalStore store;
    private final Signals signals;
    private final AccountLanes lanes;
    private final OrderPlacement placement;
    private final QuoteBoard quotes;
    private final Clock clock;

    SignalExecution(
            Strategies strategies,
            SignalStore store,
            Signals signals,
            AccountLanes lanes,
            OrderPlacement placement,
            QuoteBoard quotes,
            Clock clock) {
        this.strategies = strategies;
        this.store = store;
        this.signals = signals;
        this.lanes = lanes;
        this.placement = placement;
        this.quotes = quotes;
        this.clock = clock;
    }

    /** What a crash left undecided is taken up again. */
    @EventListener
    @Order(100)
    void resume(StartupEvent event) {
        store.expire(clock.instant().minus(TOO_OLD), clock.instant());
        store.undecided().forEach(this::begin);
    }

    /** Puts the signal on its lane; nobody waits. */
    void begin(StoredSignal signal) {
        strategies.find(signal.strategyId()).ifPresent(strategy -> {
            AccountLane lane = lanes.of(strategy.accountId());
            lookUpPrice(strategy);
            lane.submit(turn -> {
                execute(turn, strategy, signal);
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

    private void execute(LaneTurn turn, Strategy strategy, StoredSignal signal) {
        if (!store.isUndecided(signal.id())) {
            return;
        }
        if (!strategy.active()) {
            signals.refused(turn, signal, List.of("The strategy is switched off."));
            return;
        }
        Optional<Quote> market = quotes.latest(strategy.instrument().id());
        if (market.isEmpty()) {
            signals.outcome(turn, signal, Optional.of(Refusal.noPrice(strategy.instrument())));
            return;
        }
        Action action = action(turn, strategy, signal.action());
        Side side = action == Action.ENTER_LONG ? Side.BUY : Side.SELL;
        Optional<OrderRequest> request = strategy.newRun()
                .order(
                        new Signal(action, signal.marketAt(), "TradingView: " + signal.action()),
                        turn.book(),
                        FillModel.SIGNAL_CLOSE.taker(strategy.instrument(), side, market.get()));
        Optional<Placement> placed = request.map(wanted -> placement.place(turn, wanted, null));
        signals.outcome(turn, signal, placed);
    }

    /** A spot account cannot turn short: the reverse of holding is holding nothing. */
    private static Action action(LaneTurn turn, Strategy strategy, String verb) {
        boolean holds = turn.book().position(strategy.instrument().id()).isPresent();
        return switch (verb) {
            case "buy" -> Action.ENTER_LONG;
            case "reverse" -> holds ? Action.EXIT : Action.ENTER_LONG;
            default -> Action.EXIT;
        };
    }
}
