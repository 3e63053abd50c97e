package dev.moa.domain.simulation;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.portfolio.Turnover;
import dev.moa.domain.strategy.Adjustment;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Side;
import java.util.List;
import java.util.Optional;

/**
 * What happens when prices move and candles close, and in which order: the one place that paper trading and backtests share, so
 * that both make the same trades of the same candles.
 */
public final class CandleStep {
    /** The cause of a cancel that a strategy asks for. */
    public static final String NOT_WANTED = "The strategy does not want it any more.";

    private CandleStep() {}

    /**
     * A price moved: a new day may begin, resting orders fill, a used-up margin ends its position, then take-profit and stop act, then the new price is remembered. Of
     * what a resting order bought on the way only the stop acts: the target may have been passed before the purchase, the stop
     * lies beyond it.
     */
    public static void move(Desk desk, Instrument instrument, PriceMove move) {
        Portfolio book = desk.portfolio();
        book.beginDay(move.at());
        Turnover entered = book.position(instrument.id()).map(Position::entered).orElse(Turnover.NONE);
        desk.move(instrument, move);
        book.position(instrument.id())
                .flatMap(held -> Liquidation.check(held, move))
                .ifPresent(end -> leave(desk, book.position(instrument.id()).orElseThrow(), end));
        book.position(instrument.id())
                .filter(held -> desk.fillModel().exitsActOn(held, move))
                .ifPresent(held -> exits(desk, held, move, !held.entered().equals(entered)));
        book.mark(instrument.id(), move.close());
    }

    /**
     * Lets the exits of a position act on a move, where its orders rest at a venue that moves by itself: the same exits in the
     * same order as in {@link #move}.
     */
    public static void protect(Desk desk, Instrument instrument, PriceMove move) {
        desk.portfolio().position(instrument.id()).ifPresent(held -> exits(desk, held, move, false));
    }

    /** Full exits first, the stop before all; then parts of the ladder; then the stop follows, and may be reached by the close. */
    private static void exits(Desk desk, Position held, PriceMove move, boolean boughtOnTheWay) {
        Optional<ProtectiveExit> exit = check(held, move, boughtOnTheWay);
        if (exit.isPresent() && exit.get().kind() != Origin.Kind.TAKE_PROFIT) {
            leave(desk, held, exit.get());
            return;
        }
        if (!boughtOnTheWay) {
            ladder(desk, held, move);
            follow(desk, held, move);
        }
        desk.portfolio()
                .position(held.instrument().id())
                .filter(left -> left.id().equals(held.id()))
                .ifPresent(left -> exit.ifPresent(whole -> leave(desk, left, whole)));
    }

    private static void ladder(Desk desk, Position held, PriceMove move) {
        List<ProtectiveExit> reached = ProtectiveExit.ladder(held, move);
        if (reached.isEmpty()) {
            return;
        }
        desk.protect(held.with(held.exits().climbed(reached.size())));
        for (ProtectiveExit exit : reached) {
            desk.portfolio()
                    .position(held.instrument().id())
                    .filter(left -> !exit.part().isZero())
                    .ifPresent(left -> leavePart(desk, left, exit));
        }
    }

    private static void leavePart(Desk desk, Position held, ProtectiveExit exit) {
        InstrumentId instrument = held.instrument().id();
        boolean promised = held.direction() == Direction.LONG
                && desk.portfolio().sellable(instrument).compareTo(exit.part().value()) < 0;
        if (promised) {
            withdraw(desk, held, exit);
        }
        desk.place(exit.request(held), exit.quote());
    }

    private static void follow(Desk desk, Position held, PriceMove move) {
        boolean isLong = held.direction() == Direction.LONG;
        desk.portfolio()
                .position(held.instrument().id())
                .filter(left -> left.id().equals(held.id()))
                .ifPresent(left -> {
                    Position followed = left.followed(isLong ? move.high() : move.low());
                    if (followed == left) {
                        return;
                    }
                    desk.protect(followed);
                    Price stop = followed.stopLoss();
                    Price close = move.close();
                    if (isLong ? !close.isAbove(stop) : !close.isBelow(stop)) {
                        leave(desk, followed, new ProtectiveExit(Origin.Kind.STOP_LOSS, stop, move.at()));
                    }
                });
    }

    private static Optional<ProtectiveExit> check(Position held, PriceMove move, boolean boughtOnTheWay) {
        return ProtectiveExit.check(boughtOnTheWay ? held.withExits(null, held.stopLoss()) : held, move);
    }

    /** The whole position goes, so orders that wanted to sell parts of it go first. */
    private static void leave(Desk desk, Position position, ProtectiveExit exit) {
        withdraw(desk, position, exit);
        desk.place(exit.request(position), exit.quote());
    }

    private static void withdraw(Desk desk, Position position, ProtectiveExit exit) {
        InstrumentId instrument = position.instrument().id();
        List<Order> rivals = desk.portfolio().openOrders().stream()
                .filter(order -> order.instrument().id().equals(instrument)
                        && (order.side() == position.direction().exit() || exit.kind() == Origin.Kind.LIQUIDATION))
                .toList();
        rivals.forEach(order -> desk.cancel(order, "The position's " + exit.kind() + " was reached."));
    }

    /** A signal becomes orders against this market, if there is anything to do. */
    public static void act(Desk desk, StrategyRun run, Signal signal, Quote quote) {
        Adjustment adjustment = adjustment(run, signal, desk.portfolio(), desk.fillModel(), quote);
        adjustment.cancel().forEach(order -> desk.cancel(order, NOT_WANTED));
        adjustment.place().forEach(request -> desk.place(request, quote));
    }

    /** What a signal asks for against this market; an aim is measured at the last price, all else at what a taker gets. */
    public static Adjustment adjustment(StrategyRun run, Signal signal, Portfolio book, FillModel model, Quote quote) {
        Instrument instrument = run.instrument();
        Price expected = switch (signal.action()) {
            case ENTER_LONG, ADD -> model.taker(instrument, Side.BUY, quote);
            case EXIT, ENTER_SHORT -> model.taker(instrument, Side.SELL, quote);
            case AIM -> quote.last();
        };
        return run.adjustment(signal, book, expected);
    }

    /**
     * A recorded candle closed: its prices move the market, then each strategy of this instrument and interval decides, in the
     * order given, and trades at its close.
     */
    public static void close(
            Desk desk, Instrument instrument, Candle candle, Interval interval, List<StrategyRun> runs) {
        move(desk, instrument, PriceMove.of(candle));
        for (StrategyRun run : runs) {
            run.onCandle(candle).ifPresent(signal -> act(desk, run, signal, closeOf(candle, interval)));
        }
    }

    /** The market at the end of a candle. */
    public static Quote closeOf(Candle candle, Interval interval) {
        return Quote.last(candle.close(), interval.closeTime(candle.openTime()));
    }
}
