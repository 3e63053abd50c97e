package dev.moa.trading.plan;

import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.plan.Plan;
import dev.moa.domain.order.plan.PlanKind;
import dev.moa.domain.order.plan.PlanTerms;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import dev.moa.trading.order.OrderStore;
import dev.moa.trading.order.OrderView;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans as clients see them: orders with legs. */
@Singleton
public class PlanViews {
    private final PlanStore store;
    private final OrderStore orders;

    PlanViews(PlanStore store, OrderStore orders) {
        this.store = store;
        this.orders = orders;
    }

    /** A plan of this person, with its account. */
    public Optional<Plan> plan(UUID user, UUID id) {
        return owned(user, id).map(PlanStore.Owned::plan);
    }

    public Optional<AccountId> account(UUID user, UUID id) {
        return owned(user, id).map(PlanStore.Owned::account);
    }

    public Optional<OrderView> view(UUID user, UUID id) {
        return owned(user, id).map(this::view);
    }

    /** The latest of the person, newest first. */
    public List<OrderView> latest(UUID user, int limit) {
        return store.ofUser(user, limit).stream().map(this::view).toList();
    }

    public boolean isTaken(AccountId account, String clientOrderId) {
        return store.isTaken(account, clientOrderId);
    }

    private Optional<PlanStore.Owned> owned(UUID user, UUID id) {
        return store.find(new PlanId(id)).filter(owned -> owned.user().equals(user));
    }

    /** What a plan's state is as the state of an order. */
    public static OrderStatus status(Plan plan, boolean traded) {
        return switch (plan.state()) {
            case ACTIVE -> traded ? OrderStatus.PARTIALLY_FILLED : OrderStatus.ACCEPTED;
            case ENDING -> OrderStatus.PENDING_CANCEL;
            case DONE -> traded ? OrderStatus.FILLED : OrderStatus.EXPIRED;
            case CANCELLED -> OrderStatus.CANCELLED;
            case FAILED -> OrderStatus.REJECTED;
        };
    }

    private OrderView view(PlanStore.Owned owned) {
        Plan plan = owned.plan();
        PlanTerms terms = plan.terms();
        List<OrderView> legs = orders.legs(owned.user(), plan.id().value());
        List<OrderView> own = legs.stream()
                .filter(leg -> terms.kind() != PlanKind.BRACKET || "entry".equals(leg.leg()))
                .toList();
        BigDecimal filled = own.stream().map(OrderView::filledQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = own.stream()
                .filter(leg -> leg.averagePrice() != null)
                .map(leg -> leg.averagePrice().multiply(leg.filledQuantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String status = status(plan, filled.signum() > 0).name();
        return new OrderView(
                plan.id().value(),
                owned.account().value(),
                terms.instrument().id().toString(),
                terms.side().name(),
                terms.kind().name(),
                terms.quantity().value(),
                null,
                number(terms.price()),
                number(terms.stopPrice()),
                null,
                null,
                null,
                terms.timeInForce().name(),
                terms.expiresAt(),
                false,
                terms.reduceOnly(),
                owned.clientOrderId(),
                status,
                owned.mode(),
                filled,
                filled.signum() == 0 ? null : dev.moa.domain.value.Decimals.ratio(value, filled),
                terms.origin().kind().name().toLowerCase(java.util.Locale.ROOT),
                terms.origin().strategy() == null
                        ? null
                        : terms.origin().strategy().value(),
                null,
                null,
                plan.createdAt(),
                plan.updatedAt(),
                List.of(new OrderView.TransitionView(
                        status, plan.updatedAt(), plan.cause(), plan.state().name(), null)),
                null,
                number(terms.takeProfit()),
                number(terms.stopLoss()),
                terms.display() == null ? null : terms.display().value(),
                legs);
    }

    private static BigDecimal number(Price price) {
        return price == null ? null : price.value();
    }
}
