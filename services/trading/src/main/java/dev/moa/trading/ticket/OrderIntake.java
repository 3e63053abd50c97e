package dev.moa.trading.ticket;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.plan.Plan;
import dev.moa.domain.order.plan.PlanTerms;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Side;
import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.ClaimedTurns;
import dev.moa.trading.order.ClaimedTurns.Decision;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.order.OrderProgress;
import dev.moa.trading.order.OrderStore;
import dev.moa.trading.order.OrderView;
import dev.moa.trading.order.Placement;
import dev.moa.trading.order.Refusals;
import dev.moa.trading.plan.PlanViews;
import dev.moa.trading.plan.Plans;
import dev.moa.trading.price.QuoteBoard;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Takes orders from people: one effect per idempotency key, stored together with the order it led to. */
@Singleton
class OrderIntake {
    private final AccountLanes lanes;
    private final ClaimedTurns turns;
    private final OrderPlacement placement;
    private final OrderProgress progress;
    private final OrderStore store;
    private final Plans plans;
    private final PlanViews planViews;
    private final QuoteBoard quotes;

    OrderIntake(
            AccountLanes lanes,
            ClaimedTurns turns,
            OrderPlacement placement,
            OrderProgress progress,
            OrderStore store,
            Plans plans,
            PlanViews planViews,
            QuoteBoard quotes) {
        this.lanes = lanes;
        this.turns = turns;
        this.placement = placement;
        this.progress = progress;
        this.store = store;
        this.plans = plans;
        this.planViews = planViews;
        this.quotes = quotes;
    }

    /** Places the order or begins the plan, or gives the answer again that this claim got before. */
    ClaimedTurns.Taken place(Claim claim, @Nullable UUID account, PlaceOrderRequest body) {
        Instrument instrument = VenueRules.instrument(InstrumentId.parse(body.instrument()));
        if (body.isComposite()) {
            AccountLane lane = lane(claim.userId(), account, instrument);
            PlanTerms terms = body.toPlanTerms(instrument, expected(instrument, body.side()));
            return turns.take(claim, lane, turn -> begin(turn, terms, body.clientOrderId()));
        }
        OrderRequest request = body.toOrderRequest(instrument);
        AccountLane lane = lane(claim.userId(), account, instrument);
        return turns.take(claim, lane, turn -> place(turn, request, body.clientOrderId()));
    }

    private AccountLane lane(UUID user, UUID account, Instrument instrument) {
        AccountLane lane = lanes.of(user, account);
        quotes.lookUp(instrument.id());
        return lane;
    }

    private Price expected(Instrument instrument, String side) {
        boolean buys = side.strip().equalsIgnoreCase("BUY");
        return quotes.latest(instrument.id())
                .map(quote -> FillModel.SIGNAL_CLOSE.taker(instrument, buys ? Side.BUY : Side.SELL, quote))
                .orElse(null);
    }

    private Decision place(LaneTurn turn, OrderRequest request, String name) {
        if (isTaken(turn, name)) {
            return Decision.refused(
                    "client_order_id", "This client_order_id was used for another order of the account.");
        }
        try {
            return switch (placement.place(turn, request, name)) {
                case Placement.Accepted(Order order) ->
                    new Decision.Done(new OrderView.Placed(
                            order.id().value(),
                            order.status().name(),
                            turn.account().mode()));
                case Placement.Refused(RiskVerdict verdict) -> new Decision.Refused(verdict);
            };
        } catch (InvalidValue unsizable) {
            return Decision.refused(unsizable.field(), unsizable.getMessage());
        }
    }

    private Decision begin(LaneTurn turn, PlanTerms terms, String name) {
        if (isTaken(turn, name)) {
            return Decision.refused(
                    "client_order_id", "This client_order_id was used for another order of the account.");
        }
        Plans.Begun begun = plans.begin(turn, terms, name);
        if (begun.refusal() != null) {
            return new Decision.Refused(begun.refusal());
        }
        Plan plan = begun.plan();
        return new Decision.Done(new OrderView.Placed(
                plan.id().value(),
                PlanViews.status(plan, false).name(),
                turn.account().mode()));
    }

    private boolean isTaken(LaneTurn turn, String name) {
        AccountId account = turn.account().id();
        return name != null && (store.isTaken(account, name) || planViews.isTaken(account, name));
    }

    /** What an order would cost and what speaks against it; nothing is placed. */
    OrderPreview preview(UUID user, @Nullable UUID account, PlaceOrderRequest body) {
        Instrument instrument = VenueRules.instrument(InstrumentId.parse(body.instrument()));
        if (body.isComposite()) {
            AccountLane lane = lane(user, account, instrument);
            PlanTerms terms = body.toPlanTerms(instrument, expected(instrument, body.side()));
            return lane.call(turn -> OrderPreview.of(
                    terms, quotes.latest(instrument.id()).orElse(null), plans.preview(turn, terms), turn.book()));
        }
        OrderRequest request = body.toOrderRequest(instrument);
        AccountLane lane = lane(user, account, instrument);
        return lane.call(turn -> {
            RiskVerdict verdict = placement.preview(turn, request) instanceof Placement.Refused refused
                    ? refused.verdict()
                    : new RiskVerdict(List.of());
            return OrderPreview.of(request, quotes.latest(instrument.id()).orElse(null), verdict, turn.book());
        });
    }

    /** Asks for the end of an open order or plan; a closed one stays what it is. A part of a plan takes its plan with it. */
    OrderView cancel(UUID user, UUID id) {
        OrderView view = view(user, id);
        UUID plan = view.legs() != null ? id : view.planId();
        boolean done = lanes.of(new AccountId(view.accountId())).call(turn -> {
            boolean ended = plan != null && plans.cancel(turn, new PlanId(plan));
            return ended || view.legs() == null && progress.cancel(turn, new OrderId(id));
        });
        // Thrown inside the task, it would undo the batch of everybody else on this account.
        if (!done) {
            throw closed();
        }
        return view(user, id);
    }

    /** Gives an open order or plan other terms. */
    OrderView amend(UUID user, UUID id, AmendOrderRequest body) {
        OrderView view = view(user, id);
        if (view.planId() != null) {
            throw Problem.conflict("part_of_a_plan", "This order is a part of another one: change that one.");
        }
        AccountLane lane = lanes.of(new AccountId(view.accountId()));
        Problem problem = view.legs() != null
                ? lane.call(turn -> amendPlan(turn, user, id, body))
                : lane.call(turn -> amendOrder(turn, new OrderId(id), body.toAmendment()));
        if (problem != null) {
            throw problem;
        }
        return view(user, id);
    }

    private Problem amendPlan(LaneTurn turn, UUID user, UUID id, AmendOrderRequest body) {
        try {
            PlanTerms terms = body.amended(
                    planViews.plan(user, id).orElseThrow(Problem::notFound).terms());
            return plans.amend(turn, new PlanId(id), terms) ? null : closed();
        } catch (InvalidValue wrong) {
            return Problem.invalid().field(wrong.field(), wrong.getMessage());
        }
    }

    private Problem amendOrder(LaneTurn turn, OrderId id, Amendment to) {
        Order order = turn.book().openOrder(id).orElse(null);
        if (order == null) {
            return closed();
        }
        try {
            RiskVerdict verdict = placement.amend(turn, order, to);
            return verdict.approved() ? null : Refusals.problem(verdict);
        } catch (InvalidValue wrong) {
            return Problem.invalid().field(wrong.field(), wrong.getMessage());
        }
    }

    private static Problem closed() {
        return Problem.conflict("order_closed", "The order is not open any more.");
    }

    OrderView view(UUID user, UUID id) {
        return store.view(user, id).or(() -> planViews.view(user, id)).orElseThrow(Problem::notFound);
    }

    Page<OrderView> list(UUID userId, List<String> statuses, PageRequest page) {
        return store.list(userId, statuses, page);
    }

    List<OrderView> plans(UUID userId, int limit) {
        return planViews.latest(userId, limit);
    }
}
