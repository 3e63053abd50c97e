package dev.moa.trading.approval;

import dev.moa.domain.order.Order;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.simulation.Quote;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.approval.Approval.Decision;
import dev.moa.trading.approval.Approval.State;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.order.Placement;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.signal.Signals;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's answer, acted on exactly once: on the account's lane, decision and order in one transaction. Whoever answers again gets
 * what the first answer led to.
 */
@Singleton
class ApprovalDecisions {
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalDecisions.class);

    private final Approvals approvals;
    private final ApprovalStore store;
    private final Signals signals;
    private final AccountLanes lanes;
    private final OrderPlacement placement;
    private final QuoteBoard quotes;
    private final Clock clock;

    ApprovalDecisions(
            Approvals approvals,
            ApprovalStore store,
            Signals signals,
            AccountLanes lanes,
            OrderPlacement placement,
            QuoteBoard quotes,
            Clock clock) {
        this.approvals = approvals;
        this.store = store;
        this.signals = signals;
        this.lanes = lanes;
        this.placement = placement;
        this.quotes = quotes;
        this.clock = clock;
    }

    Approval approve(Caller caller, UUID id) {
        Approval approval = approvals.find(caller, id);
        lookUpPrice(approval);
        return decide(approval, turn -> approve(turn, approval, caller.userId()), State.REFUSED);
    }

    Approval refuse(Caller caller, UUID id) {
        Approval approval = approvals.find(caller, id);
        return decide(
                approval,
                turn -> settle(turn, approval, State.REFUSED, decision(caller.userId(), List.of("A person refused."))),
                State.APPROVED);
    }

    /** On its lane; an answer that contradicts the one that counted is told so. */
    private Approval decide(Approval approval, Consumer<LaneTurn> answer, State contrary) {
        if (approval.state() == State.WAITING) {
            lanes.of(approval.accountId()).call(turn -> {
                answer.accept(turn);
                return null;
            });
        }
        Approval now = store.find(approval.id()).orElseThrow(Problem::notFound);
        if (now.state() == contrary || now.state() == State.EXPIRED) {
            throw Problem.conflict(
                    now.state() == State.EXPIRED ? "approval_expired" : "approval_decided",
                    now.state() == State.EXPIRED
                            ? "It is too late: nobody decided in time."
                            : "This was decided already: " + now.state().name().toLowerCase(Locale.ROOT) + ".");
        }
        return now;
    }

    private void lookUpPrice(Approval approval) {
        try {
            quotes.lookUp(approval.request().instrument().id());
        } catch (DependencyAway away) {
            LOG.warn("no price of {} can be looked up: {}", approval.wish().instrument(), away.detail());
        }
    }

    private void approve(LaneTurn turn, Approval approval, UUID by) {
        Instant now = clock.instant();
        if (!now.isBefore(approval.expiresAt())) {
            settle(turn, approval, State.EXPIRED, decision(null, List.of("Nobody decided in time.")));
            return;
        }
        if (!store.decide(approval.id(), State.APPROVED, new Decision(List.of(), null, by, now))) {
            return;
        }
        Optional<Quote> market = quotes.latest(approval.request().instrument().id());
        List<String> against = market.map(quote -> movedTooFar(approval, quote))
                .orElse(List.of(
                        "There is no current price for " + approval.wish().instrument() + "."));
        if (!against.isEmpty()) {
            settle(turn, approval, State.FAILED, decision(by, against));
            return;
        }
        switch (placement.placeAt(turn, approval.request(), "approval-" + approval.id(), market.orElseThrow())) {
            case Placement.Accepted(Order order) -> {
                Decision placed = new Decision(List.of(), order.id().value(), by, now);
                settle(turn, approval, State.APPROVED, placed);
                signals.approved(turn, approval.signalId(), order.id().value());
            }
            case Placement.Refused(var verdict) ->
                settle(
                        turn,
                        approval,
                        State.FAILED,
                        decision(
                                by,
                                verdict.reasons().stream().map(Refusal::message).toList()));
        }
    }

    private static List<String> movedTooFar(Approval approval, Quote quote) {
        var moved = approval.moved(quote.last());
        return moved.compareTo(approval.wish().movePct()) <= 0
                ? List.of()
                : List.of("The price has moved by %s %% to %s since you were asked; at most %s %% are allowed."
                        .formatted(
                                moved.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                                quote.last(),
                                approval.wish().movePct().toPlainString()));
    }

    private void settle(LaneTurn turn, Approval approval, State state, Decision decision) {
        if (!store.decide(approval.id(), state, decision)) {
            return;
        }
        if (state != State.APPROVED && !store.isUndecided(approval.signalId())) {
            signals.disapproved(
                    approval.signalId(), state == State.EXPIRED ? "EXPIRED" : "REFUSED", decision.reasons());
        }
        turn.journal().tell(Approvals.decided(approval, state, decision), approval.id());
    }

    private Decision decision(UUID by, List<String> reasons) {
        return new Decision(reasons, null, by, clock.instant());
    }
}
