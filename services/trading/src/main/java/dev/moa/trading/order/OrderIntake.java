package dev.moa.trading.order;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.OrderId;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.idempotency.Answer;
import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.idempotency.IdempotencyStore;
import dev.moa.platform.idempotency.StoredAnswer;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.price.QuoteBoard;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes orders from people: one effect per idempotency key, stored together with the order it led to. */
@Singleton
public class OrderIntake {
    private final AccountLanes lanes;
    private final OrderPlacement placement;
    private final OrderProgress progress;
    private final OrderStore store;
    private final IdempotencyStore keys;
    private final QuoteBoard quotes;

    OrderIntake(
            AccountLanes lanes,
            OrderPlacement placement,
            OrderProgress progress,
            OrderStore store,
            IdempotencyStore keys,
            QuoteBoard quotes) {
        this.lanes = lanes;
        this.placement = placement;
        this.progress = progress;
        this.store = store;
        this.keys = keys;
        this.quotes = quotes;
    }

    /**
     * What somebody wants ordered.
     *
     * @param accountId null for the account that the person trades on by default
     * @param clientOrderId the person's own name for it, null for none
     */
    public record Wish(UUID accountId, OrderRequest request, String clientOrderId) {}

    /** @param replayed whether the answer was given before; a refusal is a problem instead */
    public record Taken(StoredAnswer answer, boolean replayed, Problem problem) {}

    /** Places the order, or gives the answer again that this claim got before. */
    public Taken place(Claim claim, Wish wish) {
        AccountLane lane = lanes.of(claim.userId(), wish.accountId());
        quotes.lookUp(wish.request().instrument().id());
        Taken taken = lane.call(turn -> take(turn, claim, wish));
        CrashPoint.at("CP02");
        return taken;
    }

    private Taken take(LaneTurn turn, Claim claim, Wish wish) {
        try {
            Optional<StoredAnswer> earlier = keys.begin(claim);
            if (earlier.isPresent()) {
                return new Taken(earlier.get(), true, null);
            }
        } catch (Problem keyInUse) {
            return new Taken(null, false, keyInUse);
        }
        Placement placement = decide(turn, wish);
        CrashPoint.at("CP01");
        return switch (placement) {
            case Placement.Accepted(Order order) -> {
                var view = new OrderView.Placed(
                        order.id().value(),
                        order.status().name(),
                        turn.account().mode());
                yield new Taken(keys.complete(claim, new Answer(202, view)), false, null);
            }
            case Placement.Refused(RiskVerdict verdict) -> {
                Problem problem = Refusals.problem(verdict);
                keys.refuse(claim, problem);
                yield new Taken(null, false, problem);
            }
        };
    }

    private Placement decide(LaneTurn turn, Wish wish) {
        String name = wish.clientOrderId();
        if (name != null && store.isTaken(turn.account().id(), name)) {
            return refused("client_order_id", "This client_order_id was used for another order of the account.");
        }
        try {
            return placement.place(turn, wish.request(), name);
        } catch (InvalidValue unsizable) {
            return refused(unsizable.field(), unsizable.getMessage());
        }
    }

    private static Placement refused(String code, String message) {
        return new Placement.Refused(new RiskVerdict(List.of(new Refusal(code, message))));
    }

    /** Asks for the end of an open order; a closed one stays what it is. */
    public OrderView cancel(UUID userId, UUID orderId) {
        OrderView order = view(userId, orderId);
        lanes.of(new AccountId(order.accountId())).call(turn -> {
            if (!progress.cancel(turn, new OrderId(orderId))) {
                throw Problem.conflict("order_closed", "The order is not open any more.");
            }
            return null;
        });
        return view(userId, orderId);
    }

    OrderView view(UUID userId, UUID orderId) {
        return store.view(userId, orderId).orElseThrow(Problem::notFound);
    }

    Page<OrderView> list(UUID userId, List<String> statuses, PageRequest page) {
        return store.list(userId, statuses, page);
    }
}
