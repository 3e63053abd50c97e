package dev.moa.trading.venue;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.market.EntryRules;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.value.Price;
import dev.moa.trading.price.QuoteBoard;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Whether the venue of an instrument takes an order now: its hours, halts, price limits and sizes. */
@Singleton
public class EntryGate {
    private final MarketStates states;
    private final QuoteBoard quotes;
    private final Clock clock;

    EntryGate(MarketStates states, QuoteBoard quotes, Clock clock) {
        this.states = states;
        this.quotes = quotes;
        this.clock = clock;
    }

    /**
     * The verdict with every reason of the venue added to it.
     *
     * @param market what the order is expected to trade at; null when nobody knows a price
     */
    public RiskVerdict check(RiskVerdict verdict, OrderRequest request, Price market, Portfolio book) {
        if (isExitOfAMove(request.origin().kind())) {
            return verdict;
        }
        InstrumentId instrument = request.instrument().id();
        List<Refusal> reasons = new ArrayList<>(verdict.reasons());
        reasons.addAll(EntryRules.check(
                request,
                states.of(instrument),
                quotes.marketTime(instrument, clock.instant()).orElse(null)));
        reasons.addAll(EntryRules.size(request, market, book));
        return new RiskVerdict(reasons);
    }

    static boolean isExitOfAMove(Origin.Kind kind) {
        return switch (kind) {
            case TAKE_PROFIT, STOP_LOSS, TIME_STOP, LIQUIDATION -> true;
            default -> false;
        };
    }
}
