package dev.moa.domain.risk;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;

/**
 * What the rules look at.
 *
 * @param request with a definite quantity, unless there is no price to size it with
 * @param market what the order is expected to trade at if it trades at once; null when nobody knows a price
 */
public record RiskContext(OrderRequest request, Price market, Portfolio portfolio, RiskLimits limits) {
    Instrument instrument() {
        return request.instrument();
    }

    Currency quote() {
        return request.instrument().quote();
    }

    /** The price that the order's value is counted with: its own limit or stop, or the market's; null when there is none. */
    Price price() {
        return request.valuedAt(market);
    }

    Quantity quantity() {
        return request.quantity();
    }

    boolean hasValue() {
        return price() != null && quantity() != null;
    }

    BigDecimal value() {
        return price().times(quantity());
    }

    /** What the order takes from the cash: as a purchase its value and the taker's fee, on margin only that share of it. */
    BigDecimal cost() {
        return portfolio.needed(instrument(), request.side(), quantity(), price());
    }

    BigDecimal equity() {
        return portfolio.equity(quote());
    }

    /** Whether the order only makes the position that is held smaller: it goes against it and not beyond it. */
    boolean onlyReduces() {
        Position held = portfolio.position(instrument().id()).orElse(null);
        return held != null
                && quantity() != null
                && held.direction().exit() == request.side()
                && quantity().compareTo(held.quantity()) <= 0;
    }
}
