package dev.moa.trading.signal;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.order.Order;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.strategy.Signal.Action;
import dev.moa.platform.Ids;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.Placement;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what became of a signal, in the transaction of the order it led to. */
@Singleton
class Signals {
    private final Clock clock;

    Signals(Clock clock) {
        this.clock = clock;
    }

    /** A decision of a strategy on a candle: stored together with its outcome. */
    void decided(LaneTurn turn, StoredSignal signal, Optional<Placement> placement) {
        turn.journal()
                .add(
                        SignalStore.ADD,
                        signal.id(),
                        signal.strategyId(),
                        signal.userId(),
                        signal.source(),
                        signal.dedupeKey(),
                        signal.instrument(),
                        signal.action(),
                        signal.price(),
                        signal.marketAt(),
                        signal.receivedAt());
        turn.journal()
                .tell(
                        new TradingEvents.SignalReceived(
                                signal.id(),
                                signal.strategyId(),
                                signal.instrument(),
                                signal.action(),
                                signal.source()),
                        signal.id());
        outcome(turn, signal, placement);
    }

    /** The outcome of a signal that is stored already: an order, reasons against it, or nothing to do. */
    void outcome(LaneTurn turn, StoredSignal signal, Optional<Placement> placement) {
        if (placement.isEmpty()) {
            finish(turn, signal, "IGNORED", List.of("Nothing to do: the position already fits the signal."), null);
            return;
        }
        switch (placement.get()) {
            case Placement.Accepted(Order order) ->
                finish(turn, signal, "EXECUTED", List.of(), order.id().value());
            case Placement.Refused(var verdict) -> {
                List<String> reasons =
                        verdict.reasons().stream().map(Refusal::message).toList();
                refused(turn, signal, reasons);
            }
        }
    }

    void refused(LaneTurn turn, StoredSignal signal, List<String> reasons) {
        finish(turn, signal, "REFUSED", reasons, null);
        turn.journal()
                .tell(
                        new TradingEvents.SignalRefused(
                                signal.id(), signal.strategyId(), signal.instrument(), signal.action(), reasons),
                        signal.id());
    }

    private void finish(LaneTurn turn, StoredSignal signal, String state, List<String> reasons, UUID orderId) {
        turn.journal().add(SignalStore.FINISH, state, reasons, orderId, clock.instant(), signal.id());
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
                clock.instant());
    }

    private static String nameOf(Action action) {
        return switch (action) {
            case ENTER_LONG -> "buy";
            case ENTER_SHORT -> "sell";
            case EXIT -> "close";
        };
    }
}
