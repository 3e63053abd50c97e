package dev.moa.trading.signal;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.strategy.Signal.Action;
import dev.moa.platform.Ids;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what arrived and what became of it, in the transaction of the orders it led to. */
@Singleton
public class Signals {
    private final SignalStore store;
    private final Outbox outbox;
    private final Sql sql;
    private final Clock clock;

    Signals(SignalStore store, Outbox outbox, Sql sql, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    /** Stores an alert once; answers the id of the first one when it was there before. Joins a running transaction. */
    public Optional<UUID> receive(StoredSignal signal) {
        return sql.inTransaction(() -> {
            Optional<UUID> known = store.addOrFind(signal);
            if (known.isEmpty()) {
                outbox.append(received(signal), signal.id().toString(), signal.userId());
            }
            return known;
        });
    }

    /** The id of the first one, when this alert was here before. */
    public Optional<UUID> find(UUID strategyId, String dedupeKey) {
        return store.find(strategyId, dedupeKey);
    }

    Page<SignalView> list(UUID userId, SignalFilter filter, PageRequest page) {
        return store.ofUser(userId, filter, page);
    }

    SignalView mine(UUID userId, UUID signalId) {
        return store.view(userId, signalId).orElseThrow(Problem::notFound);
    }

    /** A decision of a strategy on a candle begins its life on the lane. */
    void begin(LaneTurn turn, StoredSignal signal) {
        turn.journal().add(SignalStore.ADD, JdbcSignalStore.row(signal));
        turn.journal().tell(received(signal), signal.id());
    }

    void outcome(LaneTurn turn, StoredSignal signal, SignalOutcome outcome) {
        String state = outcome.state();
        turn.journal()
                .add(
                        SignalStore.FINISH,
                        state,
                        outcome.told(),
                        outcome.firstOrder(),
                        state.equals("AWAITING_APPROVAL") ? null : clock.instant(),
                        signal.id());
        if (state.equals("REFUSED")) {
            turn.journal()
                    .tell(
                            new TradingEvents.SignalRefused(
                                    signal.id(),
                                    signal.strategyId(),
                                    signal.instrument(),
                                    signal.action(),
                                    outcome.told()),
                            signal.id());
        }
    }

    /** Nothing is done about an alert that was just stored; in the same transaction. */
    public void refuse(StoredSignal signal, List<String> reasons) {
        store.refuse(signal.id(), reasons, clock.instant());
        outbox.append(
                new TradingEvents.SignalRefused(
                        signal.id(), signal.strategyId(), signal.instrument(), signal.action(), reasons),
                signal.id().toString(),
                signal.userId());
    }

    /** A decision on a candle that closed too long ago: kept so that people see why nothing was done. */
    void tooLate(StoredSignal signal) {
        store.addExpired(signal, "The candle closed too long ago to act on it.", clock.instant());
    }

    /** What became of a signal whose wishes a person decided about. */
    public void approved(LaneTurn turn, UUID signalId, UUID orderId) {
        turn.journal().add(SignalStore.SETTLE, "EXECUTED", List.of(), orderId, clock.instant(), signalId);
    }

    /** The same when none of them became an order; inside a transaction. */
    public void disapproved(UUID signalId, String state, List<String> reasons) {
        store.settle(signalId, state, reasons, clock.instant());
    }

    StoredSignal ofCandle(Strategy strategy, dev.moa.domain.strategy.Signal signal, String dedupeKey) {
        return new StoredSignal(
                Ids.next(),
                strategy.id().value(),
                strategy.userId(),
                "strategy",
                dedupeKey,
                strategy.instrument().id().toString(),
                nameOf(signal.action()),
                null,
                signal.at(),
                clock.instant(),
                StoredSignal.Alert.NONE);
    }

    private static TradingEvents.SignalReceived received(StoredSignal signal) {
        return new TradingEvents.SignalReceived(
                signal.id(), signal.strategyId(), signal.instrument(), signal.action(), signal.source());
    }

    private static String nameOf(Action action) {
        return switch (action) {
            case ENTER_LONG, ADD -> "buy";
            case ENTER_SHORT -> "sell";
            case EXIT -> "close";
            case AIM -> "adjust";
        };
    }
}
