package dev.moa.trading.order;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.simulation.Desk;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.PositionId;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.LaneTurn;
import java.util.Map;

/** Where the exits of positions at a broker trade: what is decided leaves when the turn is committed. */
final class BrokerDesk implements Desk {
    private final OrderPlacement placement;
    private final OrderProgress progress;
    private final LaneTurn turn;
    private final Map<PositionId, OrderRequest> waiting;
    private boolean placed;

    BrokerDesk(OrderPlacement placement, OrderProgress progress, LaneTurn turn, Map<PositionId, OrderRequest> waiting) {
        this.placement = placement;
        this.progress = progress;
        this.turn = turn;
        this.waiting = waiting;
    }

    @Override
    public Portfolio portfolio() {
        return turn.book();
    }

    @Override
    public FillModel fillModel() {
        return FillModel.SIGNAL_CLOSE;
    }

    @Override
    public void move(Instrument instrument, PriceMove move) {
        throw new UnsupportedOperationException("orders at a broker move with its market");
    }

    @Override
    public void cancel(Order order, String cause) {
        if (order.status() != OrderStatus.PENDING_CANCEL) {
            progress.cancel(turn, order.id(), cause);
        }
    }

    @Override
    public void protect(Position changed) {
        turn.book().protect(changed);
        BookJournal.position(turn, changed);
    }

    /** What is refused, above all because orders that are being cancelled still hold what it sells, is wanted again later. */
    @Override
    public void place(OrderRequest request, Quote quote) {
        if (placement.place(turn, request, null) instanceof Placement.Refused) {
            portfolio().position(request.instrument().id()).ifPresent(held -> waiting.put(held.id(), request));
        } else {
            placed = true;
        }
    }

    boolean hasPlaced() {
        return placed;
    }
}
