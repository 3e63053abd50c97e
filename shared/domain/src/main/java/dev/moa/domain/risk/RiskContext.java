package dev.moa.domain.risk;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.facts.PortfolioFacts;
import dev.moa.domain.risk.facts.RiskFacts;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;

/**
 * What the rules look at.
 *
 * @param request with a definite quantity, unless there is no price to size it with
 * @param market what the order is expected to trade at if it trades at once; null when nobody knows a price
 * @param limits those of one level
 * @param facts what is known at that level
 */
public record RiskContext(OrderRequest request, Price market, Portfolio portfolio, RiskLimits limits, RiskFacts facts) {

    /** Where there is one level, and nothing is known but the book. */
    public RiskContext(OrderRequest request, Price market, Portfolio portfolio, RiskLimits limits) {
        this(request, market, portfolio, limits, new PortfolioFacts(portfolio));
    }

    public Instrument instrument() {
        return request.instrument();
    }

    public Currency quote() {
        return request.instrument().quote();
    }

    /** The price that the order's value is counted with: its own limit or stop, or the market's; null when there is none. */
    public Price price() {
        return request.valuedAt(market);
    }

    public Quantity quantity() {
        return request.quantity();
    }

    public boolean hasValue() {
        return price() != null && quantity() != null;
    }

    public BigDecimal value() {
        return price().times(quantity());
    }

    /** What the order takes from the cash: as a purchase its value and the taker's fee, on margin only that share of it. */
    public BigDecimal cost() {
        return portfolio.needed(instrument(), request.side(), quantity(), price());
    }

    /** Whether the order only makes the position that is held smaller: it goes against it and not beyond it. */
    public boolean onlyReduces() {
        Position held = portfolio.position(instrument().id()).orElse(null);
        return held != null
                && quantity() != null
                && held.direction().exit() == request.side()
                && quantity().compareTo(held.quantity()) <= 0;
    }
}
