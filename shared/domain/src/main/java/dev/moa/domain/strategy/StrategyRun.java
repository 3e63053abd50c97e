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
    private final Protection whenShort;
    private final boolean mayShort;

    /** A run that sizes and protects as its settings say. */
    public StrategyRun(StrategyId id, Instrument instrument, Strategy strategy, StrategySettings settings) {
        this(id, instrument, strategy, new Entries(settings));
    }

    /** A run that is long or out, sized and protected like this. */
    public StrategyRun(
            StrategyId id, Instrument instrument, Strategy strategy, PositionSizing sizing, Protection protection) {
        this(id, instrument, strategy, new Entries(sizing, protection, Protection.NONE, false));
    }

    /** How it enters. */
    private record Entries(PositionSizing sizing, Protection whenLong, Protection whenShort, boolean mayShort) {
        Entries(StrategySettings settings) {
            this(
                    settings.positionSizing(),
                    settings.protection(Direction.LONG),
                    settings.protection(Direction.SHORT),
                    settings.allowShort());
        }
    }

    private StrategyRun(StrategyId id, Instrument instrument, Strategy strategy, Entries entries) {
        this.origin = Origin.strategy(id);
        this.instrument = instrument;
        this.strategy = strategy;
        this.series = new CandleSeries(strategy.candlesNeeded());
        this.sizing = entries.sizing();
        this.protection = strategy.protection(entries.whenLong());
        this.whenShort = entries.whenShort();
        this.mayShort = entries.mayShort() && instrument.isMargined();
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
        return strategy.onCandle(series).map(this::bothWays);
    }

    /** Who has an opinion both ways turns around where that is allowed. */
    private Signal bothWays(Signal signal) {
        return mayShort && strategy.isTwoSided() && signal.action() == Signal.Action.EXIT
                ? new Signal(Signal.Action.ENTER_SHORT, signal.at(), signal.reason())
                : signal;
    }

    /**
     * What a signal asks for, as things stand. An entry is ignored while the instrument is held that way or such an order is
     * open; an exit cancels the strategy's own resting orders and closes what is held and not promised to others. Where short
     * positions are not possible or not allowed, ENTER_SHORT is an exit.
     *
     * @param expected the price a market order would get now
     */
    public Adjustment adjustment(Signal signal, Portfolio book, Price expected) {
        return switch (signal.action()) {
            case ENTER_LONG -> enterLong(book, expected);
            case ADD -> Adjustment.of(purchase(book, expected));
            case ENTER_SHORT -> mayShort ? enterShort(book, expected) : exit(book);
            case EXIT -> exit(book);
            case AIM ->
                switch (signal.aim()) {
                    case Aim.Share share -> Adjustment.of(balanced(share, book, expected));
                    case Aim.Ladder ladder -> laddered(ladder, book, expected);
                };
        };
    }

    /** What is held short is bought back first. */
    private Adjustment enterLong(Portfolio book, Price expected) {
        return switch (held(book)) {
            case LONG -> Adjustment.NONE;
            case SHORT -> exit(book).and(purchase(book, expected));
            case null -> Adjustment.of(purchase(book, expected));
        };
    }

    private Adjustment enterShort(Portfolio book, Price expected) {
        boolean busy = book.openOrders().stream()
                .anyMatch(order ->
                        !order.side().isBuy() && order.instrument().id().equals(instrument.id()));
        Optional<OrderRequest> sale = busy
                ? Optional.empty()
                : market(Side.SELL, sizing.quantity(instrument, book, expected))
                        .map(request -> request.protectedBy(whenShort));
        return switch (held(book)) {
            case SHORT -> Adjustment.NONE;
            case LONG -> exit(book).and(sale);
            case null -> Adjustment.of(sale);
        };
    }

    private Direction held(Portfolio book) {
        return book.position(instrument.id()).map(Position::direction).orElse(null);
    }

    private Optional<OrderRequest> purchase(Portfolio book, Price expected) {
        boolean busy = book.openOrders().stream().anyMatch(this::buysTheSame);
        return busy
                ? Optional.empty()
                : market(Side.BUY, sizing.quantity(instrument, book, expected))
                        .map(request -> request.protectedBy(protection));
    }

    private boolean buysTheSame(Order order) {
        return order.side().isBuy() && order.instrument().id().equals(instrument.id());
    }

    private Adjustment exit(Portfolio book) {
        List<Order> resting = own(book);
        Optional<OrderRequest> close = book.position(instrument.id())
                .flatMap(position -> position.direction() == Direction.LONG
                        ? market(Side.SELL, position.quantity().min(sellable(book, resting)))
                        : market(Side.BUY, position.quantity()))
                .map(OrderRequest::reducing);
        return new Adjustment(resting, close.stream().toList());
    }

    private Quantity sellable(Portfolio book, List<Order> cancelled) {
        BigDecimal freed = cancelled.stream()
                .filter(order -> !order.side().isBuy())
                .map(order -> order.remaining().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Quantity(book.sellable(instrument.id()).add(freed));
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
            BigDecimal payable = PAYABLE.of(book.spendable(instrument));
            return worthIt(market(Side.BUY, instrument.affordable(lacking.min(payable), expected)), expected)
                    .map(request -> request.protectedBy(protection));
        }
        Quantity surplus = instrument.roundDown(Decimals.quotientDown(lacking.negate(), expected.value()));
        return worthIt(market(Side.SELL, surplus.min(new Quantity(book.sellable(instrument.id())))), expected)
                .map(OrderRequest::reducing);
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
        return quantity.isZero()
                ? Optional.empty()
                : Optional.of(OrderRequest.market(instrument, side, quantity).by(origin));
    }
}
