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
import dev.moa.domain.simulation.SimulatedVenue;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.LaneTurn;
import java.time.Instant;
import java.util.List;
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
        turn.journal().afterCommit(() -> committed(paper, turn.lane()));
    }

    /** What others may meet from now on; what came to rest across others at the same moment is looked at again. */
    private void committed(PaperGateway stored, AccountLane lane) {
        for (Order across : stored.committed()) {
            lane.submit(later -> {
                placement.desk(later).meetAgain(across);
                return null;
            });
        }
    }

    private void meetAgain(Order resting) {
        if (turn.book().openOrder(resting.id()).isPresent()) {
            book(paper.meetAgain(resting));
        }
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
        if (!placement.auctions().rests(instrument, quote.at())) {
            paper.priced(instrument, quote).forEach(this::book);
        }
    }

    /** The first price after an auction: what gathered for it trades at it. */
    void uncross(InstrumentId instrument, Quote price, Instant ended) {
        paper.uncross(instrument, price, ended).forEach(this::book);
    }

    /** Ends orders whose time was over at this moment. */
    void expire(Instant over) {
        paper.expire(over).forEach(this::book);
    }

    @Override
    public void cancel(Order order, String cause) {
        book(progress.cancelRequested(order, cause));
        List<OrderEvent> events = paper.cancelNow(order);
        if (events.isEmpty()) {
            throw new BeingTraded(order.id());
        }
        events.forEach(this::book);
    }

    /** As {@link #cancel}, but one that is just being traded goes when that is booked. */
    void withdraw(Order order, String cause) {
        book(progress.cancelRequested(order, cause));
        paper.cancelNow(order).forEach(this::book);
    }

    /** Answers whether the order has the new terms. */
    boolean amend(Order order, Amendment to) {
        List<OrderEvent> events = paper.amendNow(order, to);
        events.forEach(this::book);
        return !events.isEmpty();
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
        if (placement.auctions().gathers(order.request())) {
            return book(paper.gather(order)).orElse(order);
        }
        for (OrderEvent event : paper.submitAt(order, market)) {
            order = book(event);
        }
        return order;
    }

    /** As {@link #send}, and with the household, whose resting orders come first where they are not worse. */
    Order trade(Order stored, Quote market) {
        Order order = book(progress.submitted(stored));
        boolean gathers = placement.auctions().gathers(order.request());
        return book(gathers ? paper.gather(order) : paper.submitAmong(order, market))
                .orElse(order);
    }

    private Optional<Order> book(SimulatedVenue.Submission done) {
        if (!done.meetings().isEmpty()) {
            placement.household().agreed(turn, done.meetings());
        }
        Order order = null;
        for (OrderEvent event : done.events()) {
            order = book(event);
        }
        return Optional.ofNullable(order);
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
