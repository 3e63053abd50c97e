package dev.moa.trading.signal;

import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.strategy.Adjustment;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.strategy.Strategy;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an alert would lead to right now, without any effect. */
@Singleton
public class SignalPreview {
    private final SignalFollowing following;
    private final OrderPlacement placement;
    private final AlertRuns runs;
    private final AccountLanes lanes;
    private final QuoteBoard quotes;

    SignalPreview(
            SignalFollowing following,
            OrderPlacement placement,
            AlertRuns runs,
            AccountLanes lanes,
            QuoteBoard quotes) {
        this.following = following;
        this.placement = placement;
        this.runs = runs;
        this.lanes = lanes;
        this.quotes = quotes;
    }

    /**
     * @param outcome order, approval, refused or nothing
     * @param cancels how many resting orders would be taken back
     */
    @Serdeable
    public record Would(String outcome, List<Order> orders, int cancels, List<String> reasons) {}

    /** @param price the limit; null at the market's price */
    @Serdeable
    public record Order(
            String side,
            String type,
            BigDecimal quantity,
            @Nullable BigDecimal price) {
        private static Order of(OrderRequest request) {
            return new Order(
                    request.side().name(),
                    request.type().name(),
                    request.quantity().value(),
                    request.price() == null ? null : request.price().value());
        }
    }

    public Would of(Strategy strategy, String verb, Instant at) {
        if (!strategy.active()) {
            return refused(List.of("The strategy is switched off."));
        }
        Optional<Quote> market = quotes.lookUp(strategy.instrument().id());
        if (market.isEmpty()) {
            return refused(SignalOutcome.noPrice(strategy.instrument().id()).reasons());
        }
        StrategyRun run = runs.sized(strategy);
        return lanes.of(strategy.accountId()).call(turn -> {
            Adjustment adjustment =
                    following.wanted(turn, strategy, run, AlertRuns.wish(turn, strategy, verb, at), market.get());
            return would(turn, strategy, adjustment, market.get());
        });
    }

    private Would would(LaneTurn turn, Strategy strategy, Adjustment adjustment, Quote market) {
        List<Order> orders = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (OrderRequest request : adjustment.place()) {
            OrderPlacement.Checked checked = placement.check(turn, request, market);
            if (checked.verdict().approved()) {
                orders.add(Order.of(checked.request()));
            } else {
                reasons.addAll(SignalOutcome.words(checked.verdict()));
            }
        }
        String outcome = !orders.isEmpty()
                ? strategy.approval().eachOrder() ? "approval" : "order"
                : reasons.isEmpty() ? "nothing" : "refused";
        return new Would(outcome, orders, adjustment.cancel().size(), reasons);
    }

    private static Would refused(List<String> reasons) {
        return new Would("refused", List.of(), 0, reasons);
    }
}
