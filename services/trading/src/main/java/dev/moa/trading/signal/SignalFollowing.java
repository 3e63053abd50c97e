package dev.moa.trading.signal;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.simulation.CandleStep;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.strategy.Adjustment;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.trading.account.BookStore;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.order.Placement;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Does on an account's lane what a signal asks for: cancels, places, or asks a person first. */
@Singleton
class SignalFollowing {
    private final OrderPlacement placement;
    private final ApprovalRequests approvals;

    SignalFollowing(OrderPlacement placement, ApprovalRequests approvals) {
        this.placement = placement;
        this.approvals = approvals;
    }

    /** A contract that nothing is held of yet gets the strategy's leverage. */
    void lever(LaneTurn turn, Strategy strategy) {
        InstrumentId contract = strategy.instrument().id();
        int leverage = strategy.settings().leverage();
        if (strategy.instrument().isMargined()
                && turn.book().leverage(contract) != leverage
                && !turn.book().isEngaged(contract)) {
            turn.book().lever(contract, leverage);
            turn.journal()
                    .set(BookStore.SET_LEVERAGE, contract, turn.account().id().value(), contract.toString(), leverage);
        }
    }

    /** A state that is wanted again and again is not asked for again while a person thinks about it. */
    Adjustment wanted(LaneTurn turn, Strategy strategy, StrategyRun run, Signal signal, Quote market) {
        boolean asked = signal.action() == Signal.Action.AIM
                && strategy.approval().eachOrder()
                && approvals.areWaiting(strategy);
        return asked
                ? Adjustment.NONE
                : CandleStep.adjustment(run, signal, turn.book(), FillModel.SIGNAL_CLOSE, market);
    }

    SignalOutcome follow(LaneTurn turn, Strategy strategy, UUID signalId, Adjustment adjustment, Quote market) {
        for (Order order : adjustment.cancel()) {
            placement.cancel(turn, order, CandleStep.NOT_WANTED);
        }
        List<UUID> orders = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        int asked = 0;
        for (OrderRequest request : adjustment.place()) {
            if (strategy.approval().eachOrder()) {
                OrderPlacement.Checked checked = placement.check(turn, request, market);
                if (checked.verdict().approved()) {
                    approvals.ask(
                            turn,
                            new ApprovalRequests.Wish(strategy, signalId, ++asked, checked.request(), market.last()));
                } else {
                    reasons.addAll(SignalOutcome.words(checked.verdict()));
                }
            } else {
                switch (placement.placeAt(turn, request, null, market)) {
                    case Placement.Accepted(Order order) ->
                        orders.add(order.id().value());
                    case Placement.Refused(var verdict) -> reasons.addAll(SignalOutcome.words(verdict));
                }
            }
        }
        return new SignalOutcome(orders, asked, !adjustment.cancel().isEmpty(), reasons);
    }
}
