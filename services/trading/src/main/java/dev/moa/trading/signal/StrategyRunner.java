package dev.moa.trading.signal;

import dev.moa.contract.Fact;
import dev.moa.contract.MarketEvents.CandleClosed;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.simulation.CandleStep;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.outbox.FactHandler;
import dev.moa.platform.outbox.Received;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.LaneDesk;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.signal.SignalStore.ReplayedCandle;
import dev.moa.trading.strategy.Strategies;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings every closed candle to the strategies that watch it, one candle after the other. A candle of a replayed file
 * first moves the account along its prices; each account's whole step is one transaction of its lane.
 */
@Singleton
class StrategyRunner implements FactHandler {
    private record Decision(Strategy strategy, Signal signal) {}

    private final Strategies strategies;
    private final StrategyRuns runs;
    private final AccountLanes lanes;
    private final OrderPlacement placement;
    private final QuoteBoard quotes;
    private final Signals signals;
    private final SignalStore store;
    private final Clock clock;

    StrategyRunner(
            Strategies strategies,
            StrategyRuns runs,
            AccountLanes lanes,
            OrderPlacement placement,
            QuoteBoard quotes,
            Signals signals,
            SignalStore store,
            Clock clock) {
        this.strategies = strategies;
        this.runs = runs;
        this.lanes = lanes;
        this.placement = placement;
        this.quotes = quotes;
        this.signals = signals;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return "candles";
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(CandleClosed.class);
    }

    @Override
    public int batch() {
        return 50;
    }

    @Override
    public void handle(Received<?> received) {
        CandleClosed closed = (CandleClosed) received.fact();
        InstrumentId instrument = InstrumentId.parse(closed.instrument());
        List<Strategy> active = strategies.activeOn(instrument, Interval.of(closed.interval()));
        try {
            step(closed, instrument, active);
        } catch (RuntimeException failure) {
            active.forEach(runs::forget);
            throw failure;
        }
    }

    private void step(CandleClosed closed, InstrumentId instrument, List<Strategy> active) {
        Map<AccountId, List<Decision>> decisions = new LinkedHashMap<>();
        for (Strategy strategy : active) {
            Optional<Signal> signal = runs.onCandle(strategy, closed);
            signal.filter(wanted -> !isStale(closed))
                    .ifPresent(wanted -> decisions
                            .computeIfAbsent(strategy.accountId(), account -> new ArrayList<>())
                            .add(new Decision(strategy, wanted)));
        }
        if (closed.replay()) {
            lanes.watching(instrument)
                    .forEach(lane -> decisions.computeIfAbsent(lane.account().id(), account -> List.of()));
        }
        decisions.forEach((account, ofAccount) -> {
            AccountLane lane = lanes.of(account);
            lane.call(turn -> {
                step(turn, closed, instrument, ofAccount);
                return null;
            });
        });
    }

    private void step(LaneTurn turn, CandleClosed closed, InstrumentId id, List<Decision> decisions) {
        ReplayedCandle replayed = new ReplayedCandle(
                turn.account().id().value(), closed.instrument(), closed.interval(), closed.run(), closed.openTime());
        if (closed.run() != null && store.isPast(replayed)) {
            return;
        }
        LaneDesk desk = placement.desk(turn);
        Instrument instrument = VenueRules.instrument(id);
        if (closed.replay()) {
            CandleStep.move(desk, instrument, PriceMove.of(StrategyRuns.candle(closed)));
        }
        decisions.forEach(decision -> decide(turn, desk, decision, closed));
        if (closed.run() != null && !turn.journal().isEmpty()) {
            turn.journal()
                    .set(
                            SignalStore.SET_PROGRESS,
                            closed.instrument() + closed.interval(),
                            replayed.accountId(),
                            replayed.instrument(),
                            replayed.interval(),
                            replayed.run(),
                            replayed.openTime());
        }
    }

    private void decide(LaneTurn turn, LaneDesk desk, Decision decision, CandleClosed closed) {
        Strategy strategy = decision.strategy();
        String key = "candle " + closed.interval() + " " + closed.openTime()
                + (closed.run() == null ? "" : " " + closed.run());
        if (store.exists(strategy.id().value(), key)) {
            return;
        }
        StoredSignal signal = signals.ofCandle(strategy, decision.signal(), key);
        Optional<Quote> market = market(closed);
        if (market.isEmpty()) {
            signals.decided(turn, signal, Optional.of(Refusal.noPrice(strategy.instrument())));
            return;
        }
        CandleStep.act(desk, runs.of(strategy), decision.signal(), market.get());
        signals.decided(turn, signal, desk.takeLast());
    }

    /** A replay trades at its candle's close, whatever other prices are on their way; live data at the latest price. */
    private Optional<Quote> market(CandleClosed closed) {
        Candle candle = StrategyRuns.candle(closed);
        return closed.run() == null
                ? quotes.latest(InstrumentId.parse(closed.instrument()))
                : Optional.of(CandleStep.closeOf(candle, Interval.of(closed.interval())));
    }

    /** Live candles that come late, after this service was down, must not be acted on. */
    private boolean isStale(CandleClosed closed) {
        Interval interval = Interval.of(closed.interval());
        return closed.run() == null
                && clock.instant().isAfter(interval.closeTime(closed.openTime()).plus(interval.duration()));
    }
}
