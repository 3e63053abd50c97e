package dev.moa.trading.account;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.value.AccountId;
import java.util.List;

/** What a lane needs of the orders; given by the feature that owns them, so that accounts never look back. */
public interface OpenOrders {
    /** The open orders of an account with their fills, oldest first. */
    List<Order> openOrders(AccountId account);

    /** The lane has just read its book: what others stored for it since is booked before anything else. */
    void opened(LaneTurn turn);

    /** Something happened to an order of this lane; called on any thread. */
    void told(AccountLane lane, OrderEvent event);

    /** The lane has just read this order and knows it was never sent. */
    void resume(AccountLane lane, Order unsent);
}
