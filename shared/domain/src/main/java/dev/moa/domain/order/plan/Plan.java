package dev.moa.domain.order.plan;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.order.Trigger;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An order that several plain orders carry out. Immutable. It keeps no progress of its own: {@link #next} compares what its orders
 * have done with what it is to do, so asking again after a crash, or twice, changes nothing.
 */
public record Plan(PlanId id, PlanTerms terms, PlanState state, String cause, Instant createdAt, Instant updatedAt) {
    private static final int ATTEMPTS = 1000;

    /** A new plan. */
    public static Plan create(PlanId id, PlanTerms terms, Instant now) {
        return new Plan(id, terms, PlanState.ACTIVE, "Taken.", now, now);
    }

    public Plan with(PlanState newState, String newCause, Instant now) {
        return new Plan(id, terms, newState, newCause, createdAt, now);
    }

    public Plan with(PlanTerms newTerms, Instant now) {
        return new Plan(id, newTerms, state, cause, createdAt, now);
    }

    /**
     * What to do now.
     *
     * @param orders every order of the plan so far, open and closed
     * @param held how much the position holds that an exit of the plan would make smaller
     * @return empty while there is nothing to do but wait
     */
    public List<Step> next(Collection<Order> orders, Quantity held, Instant now) {
        if (!state.isOpen()) {
            return List.of();
        }
        Legs legs = new Legs(id, orders);
        if (state == PlanState.ENDING || terms.kind() != PlanKind.BRACKET && terms.isOver(now)) {
            return end(legs, state == PlanState.ENDING ? PlanState.CANCELLED : PlanState.DONE);
        }
        return switch (terms.kind()) {
            case OCO -> oco(legs, held);
            case BRACKET -> bracket(legs, held);
            case ICEBERG -> iceberg(legs, held);
            case DCA -> dca(legs, now);
        };
    }

    private static List<Step> end(Legs legs, PlanState state) {
        List<Step> steps = new ArrayList<>();
        legs.open().forEach(order -> cancel(steps, order, "The plan ends."));
        if (legs.open().isEmpty()) {
            String word = state == PlanState.CANCELLED ? "Cancelled on request." : "Its time is over.";
            steps.add(new Step.Finish(state, word, false));
        }
        return steps;
    }

    private List<Step> oco(Legs legs, Quantity held) {
        List<Step> steps = new ArrayList<>();
        if (repaired(legs, "", terms.quantity().value(), terms.side(), steps)) {
            return steps;
        }
        BigDecimal wanted = terms.quantity().value().subtract(legs.filled());
        if (limited()) {
            wanted = wanted.min(held.value());
        }
        exits(legs, terms.side(), wanted, terms.price(), terms.stopPrice(), steps);
        return done(legs, wanted, steps);
    }

    private List<Step> bracket(Legs legs, Quantity held) {
        List<Step> steps = new ArrayList<>();
        Order entry = legs.last("entry");
        if (entry == null) {
            steps.add(new Step.Place(entry(terms.price(), terms.quantity(), legs.leg("entry", false))
                    .request()));
            return steps;
        }
        BigDecimal entered = legs.filled("entry");
        BigDecimal left = legs.filled().subtract(entered);
        if (repaired(legs, "entry", entered, terms.side().opposite(), steps)) {
            return steps;
        }
        if (left.signum() > 0 && entry.isOpen()) {
            cancel(steps, entry, "An exit has traded.");
        }
        if (!entry.isOpen() && entered.signum() == 0) {
            boolean rejected = entry.status() == OrderStatus.REJECTED;
            steps.add(new Step.Finish(
                    rejected ? PlanState.FAILED : PlanState.CANCELLED, "The entry did not trade.", rejected));
            return steps;
        }
        BigDecimal wanted = entered.subtract(left).min(held.value());
        exits(legs, terms.side().opposite(), wanted, terms.takeProfit(), terms.stopLoss(), steps);
        return entry.isOpen() ? steps : done(legs, wanted, steps);
    }

    private List<Step> iceberg(Legs legs, Quantity held) {
        BigDecimal wanted = terms.quantity().value().subtract(legs.filled());
        if (limited()) {
            wanted = wanted.min(held.value());
        }
        List<Step> steps = new ArrayList<>();
        Order open = legs.openOf("slice");
        if (open != null) {
            if (!terms.price().equals(open.price()) || open.remaining().value().compareTo(wanted) > 0) {
                cancel(steps, open, "Its terms changed.");
            }
            return steps;
        }
        if (wanted.signum() <= 0) {
            return done(legs, wanted, steps);
        }
        if (failed(legs, "slice", steps)) {
            return steps;
        }
        BigDecimal shown = terms.display().value().min(wanted);
        BigDecimal rest = wanted.subtract(shown);
        boolean crumb = terms.price()
                        .value()
                        .multiply(rest)
                        .compareTo(terms.instrument().minNotional())
                < 0;
        Quantity slice = new Quantity(crumb ? wanted : shown);
        steps.add(new Step.Place(
                entry(terms.price(), slice, legs.leg("slice", false)).request()));
        return steps;
    }

    private List<Step> dca(Legs legs, Instant now) {
        List<Step> steps = new ArrayList<>();
        int entries = terms.steps().entries();
        Quantity part = terms.instrument()
                .roundDown(
                        terms.quantity().value().divide(BigDecimal.valueOf(entries), 18, java.math.RoundingMode.DOWN));
        Price first = terms.price() != null || legs.first() == null
                ? terms.price()
                : legs.first().reference();
        for (int n = 1; n <= entries; n++) {
            Price at = n == 1 ? terms.price() : at(first, n - 1);
            boolean timed = terms.steps().pause() != null;
            boolean due = timed
                    ? !now.isBefore(createdAt.plus(terms.steps().pause().multipliedBy(n - 1L)))
                    : n == 1 || first != null;
            if (due && legs.last("entry-" + n) == null) {
                Price limit = timed ? terms.price() : at;
                steps.add(new Step.Place(
                        entry(limit, part, legs.leg("entry-" + n, false)).request()));
            }
        }
        if (steps.isEmpty() && legs.size() >= entries && legs.open().isEmpty()) {
            steps.add(new Step.Finish(PlanState.DONE, "All entries are made.", false));
        }
        return steps;
    }

    private Price at(Price first, int steps) {
        if (first == null || terms.steps().distance() == null) {
            return null;
        }
        BigDecimal percent = terms.steps().distance().value().multiply(BigDecimal.valueOf(steps));
        Price exact = first.moved(terms.side().isBuy() ? percent.negate() : percent);
        return terms.side().isBuy()
                ? terms.instrument().tickSize().floor(exact)
                : terms.instrument().tickSize().ceiling(exact);
    }

    /** Whether it may only sell what is there. */
    private boolean limited() {
        return terms.reduceOnly()
                || !terms.side().isBuy() && !terms.instrument().isMargined();
    }

    /** Brings target and stop to this quantity: what has another one, or other prices, is replaced. */
    private void exits(Legs legs, Side side, BigDecimal wanted, Price target, Price stop, List<Step> steps) {
        if (wanted.signum() <= 0) {
            legs.exits()
                    .forEach(order -> cancel(steps, order, "The other part has traded, or nothing is left to close."));
            return;
        }
        Quantity quantity = new Quantity(wanted);
        exit(legs, "stop", stop, quantity, side, steps);
        exit(legs, "target", target, quantity, side, steps);
    }

    private void exit(Legs legs, String name, Price price, Quantity quantity, Side side, List<Step> steps) {
        if (price == null) {
            return;
        }
        boolean stops = name.equals("stop");
        Order open = legs.openOf(name);
        if (open != null) {
            Price now = stops ? open.stopPrice() : open.price();
            if (!price.equals(now) || !open.remaining().equals(quantity)) {
                cancel(steps, open, "It is replaced: price or quantity changed.");
            }
            return;
        }
        if (failed(legs, name, steps)) {
            return;
        }
        boolean bracket = terms.kind() == PlanKind.BRACKET;
        Origin.Kind kind = !bracket ? terms.origin().kind() : stops ? Origin.Kind.STOP_LOSS : Origin.Kind.TAKE_PROFIT;
        OrderRequest.Draft draft = OrderRequest.of(terms.instrument(), side, stops ? OrderType.STOP : OrderType.LIMIT)
                .quantity(quantity)
                .price(stops ? null : price)
                .trigger(stops ? Trigger.at(price) : Trigger.NONE)
                .reduceOnly(bracket || limited())
                .origin(terms.origin().as(kind, legs.leg(name, true)));
        steps.add(new Step.Place(
                bracket
                        ? draft.request()
                        : draft.goodFor(terms.timeInForce(), terms.expiresAt()).request()));
    }

    private OrderRequest.Draft entry(Price price, Quantity quantity, Origin.Leg leg) {
        boolean market = price == null;
        return OrderRequest.of(terms.instrument(), terms.side(), market ? OrderType.MARKET : OrderType.LIMIT)
                .quantity(quantity)
                .price(price)
                .goodFor(market ? TimeInForce.GTC : terms.timeInForce(), market ? null : terms.expiresAt())
                .reduceOnly(terms.reduceOnly())
                .origin(terms.origin().as(terms.origin().kind(), leg));
    }

    /** More left than there was to close: both exits have traded. What is too much goes back, and a person is told. */
    private boolean repaired(Legs legs, String entry, BigDecimal whole, Side exit, List<Step> steps) {
        BigDecimal out = legs.filledBut(entry, "repair");
        BigDecimal over = out.subtract(whole);
        if (over.signum() <= 0) {
            return false;
        }
        legs.open().stream()
                .filter(order -> !order.leg().name().equals("repair"))
                .forEach(order -> cancel(steps, order, "Both exits have traded."));
        Order repair = legs.last("repair");
        if (repair == null) {
            steps.add(new Step.Place(OrderRequest.market(terms.instrument(), exit.opposite(), new Quantity(over))
                    .reducing()
                    .by(terms.origin().as(Origin.Kind.CLOSE, legs.leg("repair", false)))));
        } else if (legs.open().isEmpty()) {
            steps.add(new Step.Finish(PlanState.FAILED, "Both exits have traded; the excess was closed.", true));
        }
        return true;
    }

    private static List<Step> done(Legs legs, BigDecimal wanted, List<Step> steps) {
        if (wanted.signum() <= 0 && legs.open().isEmpty() && steps.isEmpty()) {
            steps.add(new Step.Finish(PlanState.DONE, "Everything is done.", false));
        }
        return steps;
    }

    /** A leg that its venue refuses, or that was tried too often, ends the plan; what else is open stays for a person to see. */
    private static boolean failed(Legs legs, String name, List<Step> steps) {
        Order last = legs.last(name);
        if (last == null
                || last.status() != OrderStatus.REJECTED
                        && last.status() != OrderStatus.EXPIRED
                        && last.leg().attempt() < ATTEMPTS) {
            return false;
        }
        boolean expired = last.status() == OrderStatus.EXPIRED;
        legs.open().forEach(order -> cancel(steps, order, "Another part of the plan ended."));
        if (legs.open().isEmpty()) {
            steps.add(new Step.Finish(
                    expired ? PlanState.DONE : PlanState.FAILED,
                    "The part " + name + " ended: " + last.status() + ".",
                    !expired));
        }
        return true;
    }

    private static void cancel(List<Step> steps, Order order, String cause) {
        if (order.status() != OrderStatus.PENDING_CANCEL) {
            steps.add(new Step.Cancel(order, cause));
        }
    }
}
