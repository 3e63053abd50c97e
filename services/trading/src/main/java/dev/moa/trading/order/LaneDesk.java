package dev.moa.trading.order;

import dev.moa.broker.paper.PaperGateway;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.simulation.Desk;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.LaneTurn;
import java.util.Optional;

/**
 * The desk of a paper account inside one task of its lane: what moves, fills and is decided there is one transaction,
 * so that a crash in the middle leaves all of it or nothing.
 */
public final class LaneDesk implements Desk {
    private final OrderPlacement placement;
    private final OrderProgress progress;
    private final LaneTurn turn;
    private final PaperGateway paper;
    private Placement last;

    LaneDesk(OrderPlacement placement, OrderProgress progress, LaneTurn turn) {
        this.placement = placement;
        this.progress = progress;
        this.turn = turn;
        this.paper = (PaperGateway) turn.lane().venue();
    }

    @Override
    public Portfolio portfolio() {
        return turn.book();
    }

    @Override
    public FillModel fillModel() {
        return paper.fillModel();
    }

    @Override
    public void move(Instrument instrument, PriceMove move) {
        paper.move(instrument.id(), move).forEach(this::book);
    }

    /** The first price this process hears of: worth knowing for the book, and for market orders of before a restart. */
    void priced(InstrumentId instrument, Quote quote) {
        turn.book().mark(instrument, quote.last());
        paper.priced(instrument, quote).forEach(this::book);
    }

    @Override
    public void cancel(Order order, String cause) {
        book(progress.cancelRequested(order, cause));
        paper.cancelNow(order).forEach(this::book);
    }

    void amend(Order order, Amendment to) {
        paper.amendNow(order, to).forEach(this::book);
    }

    void expire(Order order) {
        paper.expireNow(order).forEach(this::book);
    }

    @Override
    public void protect(Position changed) {
        turn.book().protect(changed);
        BookJournal.position(turn, changed);
    }

    @Override
    public void place(OrderRequest request, Quote quote) {
        last = placement.decide(turn, request, quote);
        if (last instanceof Placement.Accepted(Order order)) {
            placement.enter(turn, order);
            send(order, quote);
        }
    }

    /** Hands in a stored order; answers what became of it so far. */
    Order send(Order stored, Quote market) {
        Order order = book(progress.submitted(stored));
        for (OrderEvent event : paper.submitAt(order, market)) {
            order = book(event);
        }
        return order;
    }

    /** What became of the last request placed here, once. */
    public Optional<Placement> takeLast() {
        Optional<Placement> taken = Optional.ofNullable(last);
        last = null;
        return taken;
    }

    private Order book(OrderEvent event) {
        return progress.apply(turn, event);
    }
}
