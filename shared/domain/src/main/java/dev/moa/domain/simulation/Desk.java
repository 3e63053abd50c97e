package dev.moa.domain.simulation;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;

/**
 * Where one account trades on simulated prices: in memory in a backtest ({@link SimulatedDesk}), with everything stored on the way
 * in paper trading. What is done there, and in which order, is {@link CandleStep}'s business.
 */
public interface Desk {
    Portfolio portfolio();

    FillModel fillModel();

    /** Lets resting orders meet a price move and books what that fills. */
    void move(Instrument instrument, PriceMove move);

    /** Cancels an open order at once and books it. */
    void cancel(Order order, String cause);

    /** Takes a position with other exits into the book. */
    void protect(Position changed);

    /** Checks a request, and unless it is refused submits it against this market and books what becomes of it. */
    void place(OrderRequest request, Quote quote);
}
