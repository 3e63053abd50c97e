package dev.moa.trading.exit;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.Protection;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.Account;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.BookStore;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.ClaimedTurns;
import dev.moa.trading.order.ClaimedTurns.Decision;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.order.OrderView;
import dev.moa.trading.order.Placement;
import dev.moa.trading.plan.Plans;
import dev.moa.trading.price.QuoteBoard;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Closes positions and sets how they close by themselves. */
@Singleton
class PositionExits {
    private final AccountLanes lanes;
    private final ClaimedTurns turns;
    private final OrderPlacement placement;
    private final Plans plans;
    private final QuoteBoard quotes;

    PositionExits(AccountLanes lanes, ClaimedTurns turns, OrderPlacement placement, Plans plans, QuoteBoard quotes) {
        this.lanes = lanes;
        this.turns = turns;
        this.placement = placement;
        this.plans = plans;
        this.quotes = quotes;
    }

    /** Closes all or a part, or gives the answer again that this claim got before. */
    ClaimedTurns.Taken close(Claim claim, UUID positionId, ClosePositionRequest body) {
        check(body);
        AccountLane lane = lane(claim.userId(), positionId);
        return turns.take(
                claim,
                lane,
                turn -> find(turn, positionId)
                        .map(held -> close(turn, held, body))
                        .orElseGet(() -> Decision.refused("position_closed", "The position is closed.")));
    }

    private static void check(ClosePositionRequest body) {
        if (body.quantity() != null && body.percent() != null) {
            throw new InvalidValue("percent", "and quantity exclude each other");
        }
        if (body.percent() != null) {
            new Percent(body.percent()).within("percent", "0.01", "100");
        }
        if (body.quantity() != null && body.quantity().signum() <= 0) {
            throw new InvalidValue("quantity", "must be above zero");
        }
        if (body.price() != null && body.price().signum() <= 0) {
            throw new InvalidValue("price", "must be above zero");
        }
    }

    private Decision close(LaneTurn turn, Position held, ClosePositionRequest body) {
        Quantity part = part(held, body);
        if (part.isZero()) {
            return Decision.refused("quantity_step", "That is less than the smallest quantity.");
        }
        makeRoom(turn, held, part);
        OrderRequest request =
                request(held, part, body).by(Origin.of(Origin.Kind.CLOSE)).reducing();
        return switch (placement.place(turn, request, null)) {
            case Placement.Accepted(Order order) ->
                new Decision.Done(new OrderView.Placed(
                        order.id().value(),
                        order.status().name(),
                        turn.account().mode()));
            case Placement.Refused(RiskVerdict verdict) -> new Decision.Refused(verdict);
        };
    }

    private static OrderRequest request(Position held, Quantity part, ClosePositionRequest body) {
        return body.price() == null
                ? OrderRequest.market(held.instrument(), held.direction().exit(), part)
                : OrderRequest.limit(held.instrument(), held.direction().exit(), part, new Price(body.price()));
    }

    private static Quantity part(Position held, ClosePositionRequest body) {
        if (body.percent() != null) {
            Percent share = new Percent(body.percent()).within("percent", "0.01", "100");
            return held.instrument()
                    .roundDown(share.of(held.quantity().value()))
                    .min(held.quantity());
        }
        return body.quantity() == null ? held.quantity() : new Quantity(body.quantity()).min(held.quantity());
    }

    /** Orders that would sell what is closed go first; a plan whose position goes altogether ends. */
    private void makeRoom(LaneTurn turn, Position held, Quantity part) {
        boolean whole = part.equals(held.quantity());
        boolean free = held.direction() == Direction.LONG
                && !held.instrument().isMargined()
                && turn.book().sellable(held.instrument().id()).compareTo(part.value()) >= 0;
        if (free && !whole) {
            return;
        }
        List<Order> rivals = turn.book().openOrders().stream()
                .filter(order ->
                        order.instrument().id().equals(held.instrument().id())
                                && order.side() == held.direction().exit())
                .toList();
        for (Order order : rivals) {
            PlanId plan = order.leg() == null ? null : order.leg().plan();
            if (plan != null && whole && turn.book().openOrder(order.id()).isPresent()) {
                plans.cancel(turn, plan);
            }
            turn.book()
                    .openOrder(order.id())
                    .ifPresent(open -> placement.cancel(turn, open, "The position is being closed."));
        }
    }

    /** Sets, changes or takes away how the position closes by itself. */
    void protect(UUID user, UUID positionId, Protection wish) {
        AccountLane lane = lane(user, positionId);
        Problem problem = lane.call(turn -> {
            Position held = find(turn, positionId).orElse(null);
            return held == null ? Problem.notFound() : protect(turn, held, wish);
        });
        if (problem != null) {
            throw problem;
        }
    }

    private Problem protect(LaneTurn turn, Position held, Protection wish) {
        Position changed = held.reprotected(wish);
        Problem refused = refused(turn, changed);
        if (refused == null) {
            turn.book().protect(changed);
            BookJournal.position(turn, changed);
            if (changed.stopLoss() == null) {
                turn.journal().add(BookStore.UNWANT_STOP, changed.id().value());
            }
        }
        return refused;
    }

    /** A stop or target that the market has passed would act at once: that is a close, and there is another way to ask for it. */
    private Problem refused(LaneTurn turn, Position changed) {
        Price now = quotes.latest(changed.instrument().id())
                .map(quote -> quote.last())
                .orElse(turn.book().markOf(changed));
        boolean isLong = changed.direction() == Direction.LONG;
        Price stop = changed.stopLoss();
        Price target = changed.takeProfit();
        if (stop != null && (isLong ? !stop.isBelow(now) : !stop.isAbove(now))) {
            return Problem.refused(
                    "stop_loss", "The market is beyond this stop already: it would close the position at once.");
        }
        if (target != null && (isLong ? !target.isAbove(now) : !target.isBelow(now))) {
            return Problem.refused(
                    "take_profit", "The market is beyond this target already: it would close the position at once.");
        }
        for (Price price : new Price[] {stop, target}) {
            if (price != null && !changed.instrument().tickSize().allows(price)) {
                return Problem.refused("tick_size", "The price " + price + " does not lie on the venue's price grid.");
            }
        }
        return null;
    }

    private AccountLane lane(UUID user, UUID positionId) {
        for (Account account : lanes.accountsOf(user)) {
            AccountLane lane = lanes.of(account.id());
            if (lane.call(turn -> find(turn, positionId).isPresent())) {
                return lane;
            }
        }
        throw Problem.notFound();
    }

    private static Optional<Position> find(LaneTurn turn, UUID positionId) {
        return turn.book().positions().stream()
                .filter(position -> position.id().value().equals(positionId))
                .findFirst();
    }
}
