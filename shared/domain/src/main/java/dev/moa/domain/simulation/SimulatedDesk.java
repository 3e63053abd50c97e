package dev.moa.domain.simulation;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskPolicy;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import java.time.Instant;
import java.util.function.Supplier;

/** A desk that keeps everything in memory: one account at one simulated venue, its clock being the market's. */
public final class SimulatedDesk implements Desk {
    /** Is told what happens at the desk, in order. */
    public interface Journal {
        /** An order changed, and with it perhaps the book. */
        void booked(PortfolioChange change);

        /** A request was not taken. */
        void refused(OrderRequest request, RiskVerdict verdict);
    }

    private final Portfolio portfolio;
    private final FillModel model;
    private final SimulatedVenue venue;
    private final RiskLimits limits;
    private final Supplier<OrderId> ids;
    private final Journal journal;

    public SimulatedDesk(
            Portfolio portfolio, FillModel model, RiskLimits limits, Supplier<OrderId> ids, Journal journal) {
        this.portfolio = portfolio;
        this.model = model;
        this.venue = new SimulatedVenue(model);
        this.limits = limits;
        this.ids = ids;
        this.journal = journal;
    }

    @Override
    public Portfolio portfolio() {
        return portfolio;
    }

    @Override
    public FillModel fillModel() {
        return model;
    }

    @Override
    public void move(Instrument instrument, PriceMove move) {
        venue.move(instrument.id(), move, move.at()).forEach(this::book);
    }

    @Override
    public void cancel(Order order, String cause) {
        Instant now = order.updatedAt();
        book(new OrderEvent.CancelRequested(order.id(), now, cause));
        venue.cancel(order, now).forEach(this::book);
    }

    @Override
    public void place(OrderRequest request, Quote quote) {
        Price expected = model.taker(request.instrument(), request.side(), quote);
        OrderRequest sized = request.sized(expected);
        RiskVerdict verdict = RiskPolicy.STANDARD.evaluate(new RiskContext(sized, expected, portfolio, limits));
        if (!verdict.approved()) {
            journal.refused(sized, verdict);
            return;
        }
        Order order = Order.create(ids.get(), portfolio.account(), sized, expected, quote.at());
        portfolio.place(order);
        book(new OrderEvent.Submitted(order.id(), quote.at(), "Placed."));
        venue.submit(order, quote, quote.at()).forEach(this::book);
    }

    @Override
    public void protect(Position changed) {
        portfolio.protect(changed);
    }

    private void book(OrderEvent event) {
        portfolio.openOrder(event.orderId()).ifPresent(order -> journal.booked(portfolio.apply(order.apply(event))));
    }
}
