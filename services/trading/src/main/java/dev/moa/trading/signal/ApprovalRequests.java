package dev.moa.trading.signal;

import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.value.Price;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.strategy.Strategy;
import java.util.UUID;

/** Where wishes wait that a person has to agree to. */
public interface ApprovalRequests {
    /**
     * A wish that was sized and checked.
     *
     * @param number which of the signal's wishes it is, from 1
     * @param reference the market's price
     */
    record Wish(Strategy strategy, UUID signalId, int number, OrderRequest request, Price reference) {}

    /** Whether a person has not decided yet about an earlier wish of the strategy. */
    boolean areWaiting(Strategy strategy);

    /** Stores the wish with the turn's transaction and tells of it. */
    void ask(LaneTurn turn, Wish wish);
}
