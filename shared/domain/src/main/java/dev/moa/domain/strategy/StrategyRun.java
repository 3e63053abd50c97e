package dev.moa.domain.strategy;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.Protection;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One strategy at work on one instrument: feeds it candles and turns its signals into orders. The trading service and the
 * backtest both use it, so the same candles lead to the same orders. Mutable; used by one thread.
 */
public final class StrategyRun {
    private final Origin origin;
    private final Instrument instrument;
    private final Strategy strategy;
    private final CandleSeries series;
    private final PositionSizing sizing;
    private final Protection protection;

    /** A run that sizes by {@code settings.investmentPct} and protects by its take-profit and stop. */
    public StrategyRun(StrategyId id, Instrument instrument, Strategy strategy, StrategySettings settings) {
        this(
                id,
                instrument,
                strategy,
                PositionSizing.ofEquity(settings.investmentPct()),
                settings.protection(Direction.LONG));
    }

    public StrategyRun(
            StrategyId id, Instrument instrument, Strategy strategy, PositionSizing sizing, Protection protection) {
        this.origin = Origin.strategy(id);
        this.instrument = instrument;
        this.strategy = strategy;
        this.series = new CandleSeries(strategy.candlesNeeded());
        this.sizing = sizing;
        this.protection = protection;
    }

    public Instrument instrument() {
        return instrument;
    }

    /**
     * Takes a candle that has just closed. A candle that does not come after the last one is ignored, so that a repeated message
     * changes nothing. To warm up after a restart, feed stored candles and drop the signals.
     */
    public Optional<Signal> onCandle(Candle closed) {
        if (!series.isEmpty() && !closed.openTime().isAfter(series.last().openTime())) {
            return Optional.empty();
        }
        series.add(closed);
        return strategy.onCandle(series);
    }

    /**
     * The order that a signal asks for, as things stand. An entry is ignored while the instrument is held or a buy is open; an
     * exit sells what is held and not yet promised to other orders. Spot: ENTER_SHORT is an exit, never more.
     *
     * @param expected the price a market order would get now
     * @return empty when there is nothing to do
     */
    public Optional<OrderRequest> order(Signal signal, Portfolio book, Price expected) {
        return signal.action() == Signal.Action.ENTER_LONG ? entry(book, expected) : exit(book);
    }

    private Optional<OrderRequest> entry(Portfolio book, Price expected) {
        boolean busy = book.position(instrument.id()).isPresent()
                || book.openOrders().stream().anyMatch(this::buysTheSame);
        Quantity quantity = busy ? Quantity.ZERO : sizing.quantity(instrument, book, expected);
        return quantity.isZero()
                ? Optional.empty()
                : Optional.of(OrderRequest.market(instrument, Side.BUY, quantity)
                        .by(origin)
                        .protectedBy(protection));
    }

    private boolean buysTheSame(Order order) {
        return order.side().isBuy() && order.instrument().id().equals(instrument.id());
    }

    private Optional<OrderRequest> exit(Portfolio book) {
        BigDecimal sellable = book.sellable(instrument.id());
        return book.position(instrument.id())
                .filter(position -> position.direction() == Direction.LONG && sellable.signum() > 0)
                .map(Position::quantity)
                .map(held -> OrderRequest.market(instrument, Side.SELL, held.min(new Quantity(sellable)))
                        .by(origin)
                        .reducing());
    }
}
