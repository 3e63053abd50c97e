package dev.moa.trading.plan;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.plan.Plan;
import dev.moa.domain.order.plan.PlanKind;
import dev.moa.domain.order.plan.PlanState;
import dev.moa.domain.order.plan.PlanTerms;
import dev.moa.domain.order.plan.Step;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.platform.Ids;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderFollower;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.order.OrderProgress;
import dev.moa.trading.order.Placement;
import dev.moa.trading.price.QuoteBoard;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Advances plans inside the task that booked what happened to their orders, so that both are stored or neither. */
@Singleton
public class Plans implements OrderFollower {
    private static final int ROUNDS = 60;

    private final PlanRuns runs;
    private final PlanStore store;
    private final OrderPlacement placement;
    private final OrderProgress progress;
    private final QuoteBoard quotes;
    private final Clock clock;

    Plans(
            PlanRuns runs,
            PlanStore store,
            OrderPlacement placement,
            OrderProgress progress,
            QuoteBoard quotes,
            Clock clock) {
        this.runs = runs;
        this.store = store;
        this.placement = placement;
        this.progress = progress;
        this.quotes = quotes;
        this.clock = clock;
    }

    @EventListener
    @io.micronaut.core.annotation.Order(-200)
    void begin(StartupEvent event) {
        progress.followedBy(this);
    }

    /** What became of the wish to begin a plan. @param refusal null when it began */
    public record Begun(Plan plan, RiskVerdict refusal) {}

    /** Inside a task of the lane: begins a plan, unless one of its first orders would be refused; then nothing is left of it. */
    public Begun begin(LaneTurn turn, PlanTerms terms, String clientOrderId) {
        Plan plan = Plan.create(new PlanId(Ids.next()), terms, clock.instant());
        RiskVerdict verdict = preview(turn, plan);
        if (!verdict.approved()) {
            return new Begun(null, verdict);
        }
        PlanRun run = new PlanRun(plan, clientOrderId == null ? plan.id().toString() : clientOrderId);
        runs.add(turn, run);
        keep(turn, run);
        advance(turn, run, latest(terms));
        return new Begun(run.plan(), null);
    }

    /** Every reason against the first orders of a plan. */
    public RiskVerdict preview(LaneTurn turn, PlanTerms terms) {
        return preview(turn, Plan.create(new PlanId(Ids.next()), terms, clock.instant()));
    }

    private RiskVerdict preview(LaneTurn turn, Plan plan) {
        List<Refusal> reasons = new ArrayList<>();
        for (Step step : plan.next(List.of(), held(turn, plan.terms()), clock.instant())) {
            if (step instanceof Step.Place place
                    && placement.preview(turn, place.request()) instanceof Placement.Refused refused) {
                reasons.addAll(refused.verdict().reasons());
            }
        }
        boolean nothing = plan.next(List.of(), held(turn, plan.terms()), clock.instant()).stream()
                .noneMatch(Step.Place.class::isInstance);
        if (nothing) {
            reasons.add(new Refusal("insufficient_holdings", "There is nothing that this order could sell."));
        }
        return new RiskVerdict(reasons.stream().distinct().toList());
    }

    @Override
    public void changed(LaneTurn turn, Order order) {
        if (!order.fills().isEmpty()) {
            InstrumentId instrument = order.instrument().id();
            turn.journal().last(instrument, () -> trim(turn, instrument));
        }
        if (order.leg() != null) {
            follow(turn, order);
        }
    }

    /** A resting order that may only reduce never turns a position: what is more than the position is taken off it. */
    private void trim(LaneTurn turn, InstrumentId instrument) {
        BigDecimal held =
                turn.book().position(instrument).map(Position::signedQuantity).orElse(BigDecimal.ZERO);
        List<Order> reducing = turn.book().openOrders().stream()
                .filter(order -> order.request().reduceOnly()
                        && order.leg() == null
                        && order.instrument().id().equals(instrument)
                        && order.status() != OrderStatus.PENDING_CANCEL)
                .toList();
        for (Order order : reducing) {
            BigDecimal closable = order.side().isBuy() ? held.negate() : held;
            if (closable.signum() <= 0) {
                placement.cancel(turn, order, "There is no position left that it could reduce.");
            } else if (order.remaining().value().compareTo(closable) > 0) {
                Quantity smaller = order.filledQuantity().plus(new Quantity(closable));
                placement.amend(turn, order, Amendment.quantity(smaller));
            }
        }
    }

    private void follow(LaneTurn turn, Order order) {
        PlanId id = order.leg().plan();
        runs.find(turn, id).ifPresent(run -> {
            run.know(order);
            turn.journal().last(id, () -> advance(turn, run, marketOf(run, order)));
        });
    }

    /** Inside a task of the lane: whatever is to be done now, if anything. */
    void look(LaneTurn turn, PlanId id) {
        runs.find(turn, id)
                .ifPresent(run -> advance(turn, run, latest(run.plan().terms())));
    }

    /** Inside a task of the lane: ends a plan; false when it is over already. */
    public boolean cancel(LaneTurn turn, PlanId id) {
        PlanRun run = runs.find(turn, id).orElse(null);
        if (run == null || !run.plan().state().isOpen()) {
            return false;
        }
        run.plan(run.plan().with(PlanState.ENDING, "Its owner ends it.", clock.instant()));
        keep(turn, run);
        advance(turn, run, latest(run.plan().terms()));
        return true;
    }

    /** Inside a task of the lane: ends every plan of the account that is open. */
    public void cancelAll(LaneTurn turn) {
        store.open().stream()
                .filter(owned -> owned.account().equals(turn.account().id()))
                .filter(owned -> owned.plan().state() != PlanState.ENDING)
                .forEach(owned -> cancel(turn, owned.plan().id()));
    }

    /** Inside a task of the lane: other terms for an open plan; what they change is replaced. False when it is over already. */
    public boolean amend(LaneTurn turn, PlanId id, PlanTerms terms) {
        PlanRun run = runs.find(turn, id).orElse(null);
        if (run == null || run.plan().state() != PlanState.ACTIVE) {
            return false;
        }
        run.plan(run.plan().with(terms, clock.instant()));
        keep(turn, run);
        advance(turn, run, latest(terms));
        return true;
    }

    private void advance(LaneTurn turn, PlanRun run, Quote market) {
        for (int round = 0; round < ROUNDS && run.plan().state().isOpen(); round++) {
            Plan plan = run.plan();
            List<Step> steps = plan.next(run.orders(), held(turn, plan.terms()), clock.instant());
            boolean moved = false;
            for (Step step : steps) {
                moved |= take(turn, run, step, market);
            }
            if (!moved) {
                return;
            }
        }
    }

    /** Answers whether something changed. */
    private boolean take(LaneTurn turn, PlanRun run, Step step, Quote market) {
        switch (step) {
            case Step.Place place -> {
                return place(turn, run, place, market);
            }
            case Step.Cancel cancel -> {
                placement.cancel(turn, cancel.order(), cancel.cause());
                turn.journal().order(cancel.order().id()).ifPresent(run::know);
                return true;
            }
            case Step.Finish finish -> {
                run.plan(run.plan().with(finish.state(), finish.cause(), clock.instant()));
                keep(turn, run);
                if (finish.alarm()) {
                    alarm(turn, run, finish.cause());
                    protect(turn, run.plan());
                }
                return true;
            }
        }
    }

    private boolean place(LaneTurn turn, PlanRun run, Step.Place place, Quote market) {
        String reason;
        try {
            Placement placed = market == null
                    ? placement.place(turn, place.request(), null)
                    : placement.placeAt(turn, place.request(), market);
            if (placed instanceof Placement.Accepted accepted) {
                Order order = accepted.order();
                run.know(turn.journal().order(order.id()).orElse(order));
                return true;
            }
            reason = ((Placement.Refused) placed)
                    .verdict().reasons().stream().map(Refusal::message).reduce("", (a, b) -> a + " " + b);
        } catch (InvalidValue unsizable) {
            reason = unsizable.getMessage();
        }
        String cause = "The part " + place.request().origin().leg().name() + " is refused:" + reason;
        if (!cause.equals(run.plan().cause())) {
            run.plan(run.plan().with(run.plan().state(), cause, clock.instant()));
            keep(turn, run);
            alarm(turn, run, cause);
        }
        return false;
    }

    /** A bracket that failed leaves its stop to the position, unless that has one. */
    private void protect(LaneTurn turn, Plan plan) {
        Price stop = plan.terms().stopLoss();
        turn.book()
                .position(plan.terms().instrument().id())
                .filter(held -> stop != null
                        && held.stopLoss() == null
                        && held.direction().entry() == plan.terms().side())
                .ifPresent(held -> {
                    Position changed = held.withExits(held.takeProfit(), stop);
                    turn.book().protect(changed);
                    BookJournal.position(turn, changed);
                });
    }

    private void keep(LaneTurn turn, PlanRun run) {
        Plan plan = run.plan();
        turn.journal()
                .set(
                        PlanStore.SET_PLAN,
                        plan.id(),
                        plan.id().value(),
                        turn.account().id().value(),
                        turn.account().userId(),
                        run.clientOrderId(),
                        plan.terms().kind(),
                        plan.terms().instrument().id().toString(),
                        plan.terms().side(),
                        plan.terms().quantity().value(),
                        plan.state(),
                        store.json(plan),
                        plan.cause(),
                        plan.createdAt(),
                        plan.updatedAt());
    }

    private static void alarm(LaneTurn turn, PlanRun run, String what) {
        Plan plan = run.plan();
        turn.journal()
                .tell(
                        new TradingEvents.OrderAlarm(
                                plan.id().value(),
                                turn.account().id().value(),
                                plan.terms().instrument().id().toString(),
                                plan.state().name(),
                                plan.terms().kind() + ": " + what,
                                turn.account().mode()),
                        plan.id().value());
    }

    /** What an exit of the plan could make smaller. */
    private static Quantity held(LaneTurn turn, PlanTerms terms) {
        Side exit = terms.kind() == PlanKind.BRACKET ? terms.side().opposite() : terms.side();
        return turn.book()
                .position(terms.instrument().id())
                .filter(position -> position.direction().exit() == exit)
                .map(Position::quantity)
                .orElse(Quantity.ZERO);
    }

    private Quote latest(PlanTerms terms) {
        return quotes.latest(terms.instrument().id()).orElse(null);
    }

    /** What follows a fill happens at the fill's market: in a replay the latest price is another one. */
    private Quote marketOf(PlanRun run, Order order) {
        if (order.fills().isEmpty()) {
            return latest(run.plan().terms());
        }
        Fill fill = order.fills().getLast();
        return Quote.last(fill.price(), fill.marketTime());
    }
}
