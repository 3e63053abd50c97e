package dev.moa.domain.portfolio;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.MarginBrackets;
import dev.moa.domain.instrument.TickSize;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Protection;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What is held of one instrument, from the fill that opened it to the fill that closed it. Immutable.
 *
 * <p>Profit: the average-cost method. A sale of a part takes that part's share of the cost, rounded half-even to 12 decimals; the
 * sale of the rest takes exactly what is left, so the sum is exact. Every fee in the quote currency counts as a loss at the moment
 * it is paid, also the entry's, and never enters the average price. So at any time, for any price:
 * {@code cash + value = opening cash + realized + unrealized}. A contract held on margin moves no money but its profit, so its value
 * is what closing it would bring, and its margin is a part of the cash.
 *
 * @param entered what made it larger; @param exited what made it smaller
 * @param cost what the part still held has cost, fees left out
 * @param fees paid so far with taxes, in the quote currency
 * @param margin what secures it; {@link Margin#NONE} when it was paid in full
 * @param takeProfit the price at which it is closed with profit, null for none; @param stopLoss likewise with loss
 * @param exits how else it closes by itself
 */
public record Position(
        PositionId id,
        Instrument instrument,
        Direction direction,
        Turnover entered,
        Turnover exited,
        BigDecimal cost,
        BigDecimal fees,
        Margin margin,
        Price takeProfit,
        Price stopLoss,
        Exits exits,
        Instant openedAt,
        Instant updatedAt) {

    public Position {
        cost = Decimals.canonical("cost", cost);
        fees = Decimals.canonical("fees", fees);
    }

    /** A position that was paid in full. */
    public Position(
            PositionId id,
            Instrument instrument,
            Direction direction,
            Turnover entered,
            Turnover exited,
            BigDecimal cost,
            BigDecimal fees,
            Price takeProfit,
            Price stopLoss,
            Instant openedAt,
            Instant updatedAt) {
        this(
                id,
                instrument,
                direction,
                entered,
                exited,
                cost,
                fees,
                Margin.NONE,
                takeProfit,
                stopLoss,
                openedAt,
                updatedAt);
    }

    /** A position without further exits. */
    public Position(
            PositionId id,
            Instrument instrument,
            Direction direction,
            Turnover entered,
            Turnover exited,
            BigDecimal cost,
            BigDecimal fees,
            Margin margin,
            Price takeProfit,
            Price stopLoss,
            Instant openedAt,
            Instant updatedAt) {
        this(
                id,
                instrument,
                direction,
                entered,
                exited,
                cost,
                fees,
                margin,
                takeProfit,
                stopLoss,
                Exits.NONE,
                openedAt,
                updatedAt);
    }

    static Position empty(PositionId id, Instrument instrument, Direction direction, int leverage, Instant openedAt) {
        return new Position(
                id,
                instrument,
                direction,
                Turnover.NONE,
                Turnover.NONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                instrument.isMargined() ? Margin.at(leverage) : Margin.NONE,
                null,
                null,
                openedAt,
                openedAt);
    }

    /** How much is held now, whichever way. */
    public Quantity quantity() {
        return entered.quantity().minus(exited.quantity());
    }

    /** Above zero when long, below when short. */
    public BigDecimal signedQuantity() {
        BigDecimal quantity = quantity().value();
        return direction == Direction.LONG ? quantity : quantity.negate();
    }

    public boolean isOpen() {
        return !quantity().isZero();
    }

    /** The average price of what is held, or of everything once entered when it is closed. */
    public Price entryPrice() {
        return isOpen() ? new Price(Decimals.ratio(cost, quantity().value())) : entered.averagePrice();
    }

    /** The average price of what was sold out of it; null while nothing was. */
    public Price exitPrice() {
        return exited.averagePrice();
    }

    /** Profit taken so far in the quote currency, all fees and taxes deducted, funding included. */
    public BigDecimal realized() {
        return Decimals.canonical("profit", gross().subtract(fees).add(margin.funding()));
    }

    /** Profit taken so far by price alone. */
    BigDecimal gross() {
        return signed(exited.value().subtract(entered.value().subtract(cost)));
    }

    /** Profit that closing everything at this price would add, its fee left out. */
    public BigDecimal unrealized(Price mark) {
        return Decimals.canonical("profit", signed(mark.times(quantity()).subtract(cost)));
    }

    /** What it adds to the account's cash at this price: below zero when short; of a contract only its profit or loss. */
    public BigDecimal value(Price mark) {
        return instrument.isMargined() ? unrealized(mark) : signed(notional(mark));
    }

    /** How much of the market it moves with at this price, whichever way: price times quantity. */
    public BigDecimal notional(Price mark) {
        return mark.times(quantity());
    }

    /** The price at which the venue closes it because its margin is used up; null when there is none. */
    public Price liquidationPrice() {
        return instrument.isMargined() && isOpen()
                ? MarginBrackets.of(instrument).liquidationPrice(direction.sign(), quantity(), cost, margin.held())
                : null;
    }

    private BigDecimal signed(BigDecimal amount) {
        return direction == Direction.LONG ? amount : amount.negate();
    }

    Position enter(Fill fill, Quantity part, BigDecimal fee, Protection protection) {
        BigDecimal value = fill.price().times(part);
        Position larger = new Position(
                id,
                instrument,
                direction,
                entered.plus(part, value),
                exited,
                cost.add(value),
                fees.add(fee),
                instrument.isMargined() ? margin.entered(value) : margin,
                takeProfit,
                stopLoss,
                exits,
                openedAt,
                fill.marketTime());
        return larger.protectedBy(protection);
    }

    Position exit(Fill fill, Quantity part, BigDecimal fee) {
        BigDecimal relieved = part.equals(quantity())
                ? cost
                : cost.multiply(part.value()).divide(quantity().value(), Decimals.RATIO_SCALE, RoundingMode.HALF_EVEN);
        return new Position(
                id,
                instrument,
                direction,
                entered,
                exited.plus(part, fill.price().times(part)),
                cost.subtract(relieved),
                fees.add(fee),
                instrument.isMargined() ? margin.exited(part.value(), quantity().value()) : margin,
                takeProfit,
                stopLoss,
                exits,
                openedAt,
                fill.marketTime());
    }

    /** The same position, protected as asked; what is not asked for stays as it is. */
    private Position protectedBy(Protection wish) {
        Price target =
                wish.takeProfitPrice() != null ? wish.takeProfitPrice() : away(wish.takeProfit(), direction.sign());
        Price stop = stop(wish);
        boolean plain = wish.isPlain();
        return withExits(target == null ? takeProfit : target, stop == null ? stopLoss : stop)
                .with(plain ? exits : exits(wish));
    }

    /** The same position with this protection instead of the one it has. */
    public Position reprotected(Protection wish) {
        return withExits(null, null).with(Exits.NONE).protectedBy(wish);
    }

    private Price stop(Protection wish) {
        Price stop = wish.stopLossPrice() != null ? wish.stopLossPrice() : away(wish.stopLoss(), -direction.sign());
        return wish.trail() == null ? stop : wish.trail().follow(instrument, direction.exit(), stop, entryPrice());
    }

    private Exits exits(Protection wish) {
        int up = direction.sign();
        return new Exits(
                wish.ladder().stream()
                        .map(rung -> new Exits.Rung(
                                rung.price() != null ? rung.price() : away(rung.distance(), up), rung.share()))
                        .filter(rung -> rung.price() != null)
                        .sorted((one, other) -> up * one.price().compareTo(other.price()))
                        .toList(),
                wish.trail(),
                away(wish.breakEven(), up),
                wish.timeStop() == null ? null : openedAt.plus(wish.timeStop()));
    }

    /** The same position with these further exits. */
    public Position with(Exits newExits) {
        return new Position(
                id,
                instrument,
                direction,
                entered,
                exited,
                cost,
                fees,
                margin,
                takeProfit,
                stopLoss,
                newExits,
                openedAt,
                updatedAt);
    }

    /** The same position after the market was at its best so far here: its stop follows, or moves to the entry price. */
    public Position followed(Price best) {
        Price stop = stopLoss;
        Exits left = exits;
        Price even = exits.breakEvenAt();
        boolean isLong = direction == Direction.LONG;
        if (even != null && (isLong ? !best.isBelow(even) : !best.isAbove(even))) {
            TickSize grid = instrument.tickSize();
            Price entry = isLong ? grid.ceiling(entryPrice()) : grid.floor(entryPrice());
            stop = stop == null ? entry : isLong ? stop.max(entry) : stop.min(entry);
            left = exits.evened();
        }
        if (exits.trail() != null) {
            stop = exits.trail().follow(instrument, direction.exit(), stop, best);
        }
        boolean same = left == exits && (stop == null || stop.equals(stopLoss));
        return same ? this : withExits(takeProfit, stop).with(left);
    }

    /** The same position with these exit prices; null for none. */
    public Position withExits(Price newTakeProfit, Price newStopLoss) {
        return new Position(
                id,
                instrument,
                direction,
                entered,
                exited,
                cost,
                fees,
                margin,
                newTakeProfit,
                newStopLoss,
                exits,
                openedAt,
                updatedAt);
    }

    Position withMargin(Margin other) {
        return new Position(
                id,
                instrument,
                direction,
                entered,
                exited,
                cost,
                fees,
                other,
                takeProfit,
                stopLoss,
                exits,
                openedAt,
                updatedAt);
    }

    /** That many percent above (+1) or below (−1) the entry, moved on to the price grid away from the entry. */
    private Price away(Percent distance, int up) {
        if (distance == null || up < 0 && distance.value().compareTo(Decimals.HUNDRED) >= 0) {
            return null;
        }
        TickSize grid = instrument.tickSize();
        Price exact =
                entryPrice().moved(up > 0 ? distance.value() : distance.value().negate());
        return up > 0 ? grid.ceiling(exact) : grid.floor(exact);
    }
}
