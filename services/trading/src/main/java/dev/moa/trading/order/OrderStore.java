package dev.moa.trading.order;

import dev.moa.domain.order.Order;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.PlanId;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders, their transitions and fills, read. Writing is done in bulk by {@link OrderRecorder}. */
public interface OrderStore {
    List<Order> open(AccountId account);

    /** Any order, also a closed one: a late fill may still come. */
    Optional<Order> find(OrderId id);

    /** All orders of a plan with their fills, open and closed. */
    List<Order> ofPlan(PlanId plan);

    /** The accounts with open orders whose time is over. */
    List<AccountId> withOverdue(Instant now);

    /** Whether an order of the account has this client order id. */
    boolean isTaken(AccountId account, String clientOrderId);

    Page<OrderView> list(UUID userId, List<String> statuses, PageRequest page);

    /** With transitions and fills; empty also when it is somebody else's. */
    Optional<OrderView> view(UUID userId, UUID orderId);

    /** The orders of a plan, oldest first. */
    List<OrderView> legs(UUID userId, UUID planId);
}
