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
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One strategy at work on one instrument: feeds it candles and turns its signals into orders. The trading service and the
 * backtest both use it, so the same candles lead to the same orders. Mutable; used by one thread.
 */
public final class StrategyRun {
    private static final Percent PAYABLE = Percent.of("99.5");

    private final Origin origin;
    private final Instrument instrument;
    private final Strategy strategy;
    private final CandleSeries series;
    private final PositionSizing sizing;
    private final Protection protection;

    /** A run that sizes and protects as its settings say. */
    public StrategyRun(StrategyId id, Instrument instrument, Strategy strategy, StrategySettings settings) {
        this(id, instrument, strategy, settings.positionSizing(), settings.protection(Direction.LONG));
    }

    public StrategyRun(
            StrategyId id, Instrument instrument, Strategy strategy, PositionSizing sizing, Protection protection) {
        this.origin = Origin.strategy(id);
        this.instrument = instrument;
        this.strategy = strategy;
        this.series = new CandleSeries(strategy.candlesNeeded());
        this.sizing = sizing;
        this.protection = strategy.protection(protection);
        strategy.trades(instrument);
    }

    /** How many candles it must have seen before its signals and sizes may be believed. */
    public int candlesNeeded() {
        return Math.max(strategy.candlesNeeded(), sizing.candlesNeeded());
    }

    /** When the last candle that it took opened; null before the first. */
    public Instant lastCandle() {
        return series.isEmpty() ? null : series.last().openTime();
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
        sizing.onCandle(closed);
        return strategy.onCandle(series);
    }

    /**
     * What a signal asks for, as things stand. An entry is ignored while the instrument is held or a buy is open; an
     * exit cancels the strategy's own resting orders and sells what is held and not promised to others. Spot: ENTER_SHORT is an
     * exit, never more.
     *
     * @param expected the price a market order would get now
     */
    public Adjustment adjustment(Signal signal, Portfolio book, Price expected) {
        return switch (signal.action()) {
            case ENTER_LONG -> Adjustment.of(entry(book, expected));
            case ADD -> Adjustment.of(purchase(book, expected));
            case EXIT, ENTER_SHORT -> exit(book);
            case AIM ->
                switch (signal.aim()) {
                    case Aim.Share share -> Adjustment.of(balanced(share, book, expected));
                    case Aim.Ladder ladder -> laddered(ladder, book, expected);
                };
        };
    }

    private Optional<OrderRequest> entry(Portfolio book, Price expected) {
        return book.position(instrument.id()).isPresent() ? Optional.empty() : purchase(book, expected);
    }

    private Optional<OrderRequest> purchase(Portfolio book, Price expected) {
        boolean busy = book.openOrders().stream().anyMatch(this::buysTheSame);
        return busy ? Optional.empty() : market(Side.BUY, sizing.quantity(instrument, book, expected));
    }

    private boolean buysTheSame(Order order) {
        return order.side().isBuy() && order.instrument().id().equals(instrument.id());
    }

    private Adjustment exit(Portfolio book) {
        List<Order> resting = own(book);
        BigDecimal freed = resting.stream()
                .filter(order -> !order.side().isBuy())
                .map(order -> order.remaining().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Quantity sellable = new Quantity(book.sellable(instrument.id()).add(freed));
        Optional<OrderRequest> sale = book.position(instrument.id())
                .filter(position -> position.direction() == Direction.LONG)
                .flatMap(position -> market(Side.SELL, position.quantity().min(sellable)));
        return new Adjustment(resting, sale.stream().toList());
    }

    /** A part of the cash stays back, so that a price a little worse than expected can still be paid. */
    private Optional<OrderRequest> balanced(Aim.Share aim, Portfolio book, Price expected) {
        if (book.openOrders().stream().anyMatch(order -> order.instrument().id().equals(instrument.id()))) {
            return Optional.empty();
        }
        BigDecimal equity = book.equity(instrument.quote());
        BigDecimal held = book.position(instrument.id())
                .map(position -> position.value(expected))
                .orElse(BigDecimal.ZERO);
        BigDecimal lacking = aim.share().of(equity).subtract(held);
        if (lacking.abs().compareTo(aim.band().of(equity)) <= 0) {
            return Optional.empty();
        }
        if (lacking.signum() > 0) {
            BigDecimal payable = PAYABLE.of(book.cash(instrument.quote()).available());
            return worthIt(market(Side.BUY, instrument.affordable(lacking.min(payable), expected)), expected);
        }
        Quantity surplus = instrument.roundDown(Decimals.quotientDown(lacking.negate(), expected.value()));
        return worthIt(market(Side.SELL, surplus.min(new Quantity(book.sellable(instrument.id())))), expected);
    }

    private Optional<OrderRequest> worthIt(Optional<OrderRequest> request, Price expected) {
        return request.filter(wanted -> expected.times(wanted.quantity()).compareTo(instrument.minNotional()) >= 0);
    }

    private Adjustment laddered(Aim.Ladder ladder, Portfolio book, Price expected) {
        Adjustment wanted = new LadderOrders(ladder, instrument, own(book)).adjustment(book, expected);
        return new Adjustment(
                wanted.cancel(),
                wanted.place().stream()
                        .map(request -> request.by(origin).protectedBy(protection))
                        .toList());
    }

    private List<Order> own(Portfolio book) {
        return book.openOrders().stream()
                .filter(order -> order.instrument().id().equals(instrument.id())
                        && order.request().origin().equals(origin))
                .toList();
    }

    private Optional<OrderRequest> market(Side side, Quantity quantity) {
        if (quantity.isZero()) {
            return Optional.empty();
        }
        OrderRequest request = OrderRequest.market(instrument, side, quantity).by(origin);
        return Optional.of(side.isBuy() ? request.protectedBy(protection) : request.reducing());
    }
}
