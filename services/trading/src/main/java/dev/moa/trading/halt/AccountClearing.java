package dev.moa.trading.halt;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.Refusal;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.order.Placement;
import dev.moa.trading.plan.Plans;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes everything off an account: plans and open orders first, then what is held, at the market and reducing only. Each pass looks
 * at the book and asks for what is still missing, so that it may be repeated, also after a crash in the middle.
 */
@Singleton
class AccountClearing {
    private static final String CAUSE = "The kill switch is on.";

    private final Plans plans;
    private final OrderPlacement placement;

    AccountClearing(Plans plans, OrderPlacement placement) {
        this.plans = plans;
        this.placement = placement;
    }

    /** @param failures why something could not be asked for, in plain words */
    record Left(int openOrders, int positions, List<String> failures) {
        boolean isNothing() {
            return openOrders == 0 && positions == 0;
        }
    }

    /** One pass inside a turn of the account's lane; answers what is left as far as this turn knows. */
    Left pass(LaneTurn turn) {
        List<String> failures = new ArrayList<>();
        plans.cancelAll(turn);
        for (Order order : List.copyOf(turn.book().openOrders())) {
            if (!isClosing(order) && order.status() != OrderStatus.PENDING_CANCEL) {
                turn.book().openOrder(order.id()).ifPresent(open -> placement.cancel(turn, open, CAUSE));
            }
        }
        for (Position position : List.copyOf(turn.book().positions())) {
            if (!turn.book().openOrders().stream()
                    .anyMatch(order ->
                            order.instrument().id().equals(position.instrument().id()))) {
                close(turn, position, failures);
            }
        }
        return new Left(turn.book().openOrders().size(), turn.book().positions().size(), failures);
    }

    private static boolean isClosing(Order order) {
        return order.request().reduceOnly()
                && order.request().origin().kind() == Origin.Kind.CLOSE
                && order.price() == null;
    }

    private void close(LaneTurn turn, Position position, List<String> failures) {
        OrderRequest exit = OrderRequest.market(
                        position.instrument(), position.direction().exit(), position.quantity())
                .by(Origin.of(Origin.Kind.CLOSE))
                .reducing();
        if (placement.place(turn, exit, null) instanceof Placement.Refused refused) {
            failures.add(position.instrument().id() + ": "
                    + refused.verdict().reasons().stream().map(Refusal::message).collect(Collectors.joining(" ")));
        }
    }
}
