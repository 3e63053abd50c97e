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
import dev.moa.domain.strategy.Adjustment;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.outbox.FactHandler;
import dev.moa.platform.outbox.Received;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.signal.SignalStore.ReplayedCandle;
import dev.moa.trading.strategy.Strategies;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings every closed candle to the strategies that watch it, one candle after the other. A candle of a replayed file
 * first moves the account along its prices; each account's whole step is one transaction of its lane.
 */
@Singleton
class StrategyRunner implements FactHandler {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private record Decision(Strategy strategy, Signal signal) {}

    private final Strategies strategies;
    private final StrategyRuns runs;
    private final AccountLanes lanes;
    private final OrderPlacement placement;
    private final SignalFollowing following;
    private final QuoteBoard quotes;
    private final Signals signals;
    private final SignalStore store;
    private final Clock clock;
    private final Map<StrategyId, List<String>> refusals = new ConcurrentHashMap<>();

    StrategyRunner(
            Strategies strategies,
            StrategyRuns runs,
            AccountLanes lanes,
            OrderPlacement placement,
            SignalFollowing following,
            QuoteBoard quotes,
            Signals signals,
            SignalStore store,
            Clock clock) {
        this.strategies = strategies;
        this.runs = runs;
        this.lanes = lanes;
        this.placement = placement;
        this.following = following;
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
            if (isStale(closed)) {
                signal.filter(wanted -> wanted.action() != Signal.Action.AIM)
                        .ifPresent(wanted -> signals.tooLate(signals.ofCandle(strategy, wanted, key(closed))));
                continue;
            }
            signal.ifPresent(wanted -> decisions
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
        Instrument instrument = VenueRules.instrument(id);
        if (closed.replay() && !placement.isPaper(turn)) {
            // A recording is never traded for real.
            return;
        }
        if (closed.replay()) {
            CandleStep.move(placement.desk(turn), instrument, PriceMove.of(StrategyRuns.candle(closed)));
        }
        decisions.forEach(decision -> decide(turn, decision, closed));
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

    /** A state that the account is in already is wanted at every candle: that is not worth a line. */
    private void decide(LaneTurn turn, Decision decision, CandleClosed closed) {
        Strategy strategy = decision.strategy();
        if (store.exists(strategy.id().value(), key(closed))) {
            return;
        }
        StoredSignal signal = signals.ofCandle(strategy, decision.signal(), key(closed));
        Optional<Quote> market = market(closed);
        if (market.isEmpty()) {
            signals.begin(turn, signal);
            signals.outcome(
                    turn, signal, SignalOutcome.noPrice(strategy.instrument().id()));
            return;
        }
        following.lever(turn, strategy);
        Adjustment adjustment = following.wanted(turn, strategy, runs.of(strategy), decision.signal(), market.get());
        if (adjustment.isEmpty() && decision.signal().action() == Signal.Action.AIM) {
            return;
        }
        SignalOutcome outcome = following.follow(turn, strategy, signal.id(), adjustment, market.get());
        if (decision.signal().action() != Signal.Action.AIM || isNews(strategy, outcome)) {
            signals.begin(turn, signal);
            signals.outcome(turn, signal, outcome);
        }
    }

    /** A state that cannot be reached for the same reasons as at the candle before is told of once. */
    private boolean isNews(Strategy strategy, SignalOutcome outcome) {
        List<String> before = refusals.put(strategy.id(), outcome.reasons());
        return !outcome.state().equals("REFUSED") || !outcome.reasons().equals(before);
    }

    private static String key(CandleClosed closed) {
        return "candle " + closed.interval() + " " + closed.openTime()
                + (closed.run() == null ? "" : " " + closed.run());
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
                && clock.instant().isAfter(interval.closeTime(closed.openTime()).plus(patience(interval)));
    }

    /** A quarter of the candle, a minute at least and an hour at most. */
    static Duration patience(Interval interval) {
        Duration quarter = interval.duration().dividedBy(4);
        return quarter.compareTo(SHORTEST) < 0 ? SHORTEST : quarter.compareTo(LONGEST) > 0 ? LONGEST : quarter;
    }
}
