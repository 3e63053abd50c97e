package dev.moa.domain.simulation;

import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Exits;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A take-profit or stop-loss that a price move set off.
 *
 * @param price what the exit trades at: the stop or target itself, or the move's open where that lies beyond it
 * @param part how much of the position it closes; null for all of it
 */
public record ProtectiveExit(Origin.Kind kind, Price price, Instant at, Quantity part) {
    public ProtectiveExit(Origin.Kind kind, Price price, Instant at) {
        this(kind, price, at, null);
    }

    /** Whether a move sets off one of the position's exits; when it reaches both, the stop counts. */
    public static Optional<ProtectiveExit> check(Position position, PriceMove move) {
        boolean isLong = position.direction() == Direction.LONG;
        Price stop = position.stopLoss();
        if (stop != null && (isLong ? !move.low().isAbove(stop) : !move.high().isBelow(stop))) {
            Price price = isLong ? stop.min(move.open()) : stop.max(move.open());
            return Optional.of(new ProtectiveExit(Origin.Kind.STOP_LOSS, price, move.at()));
        }
        Price target = position.takeProfit();
        if (target != null
                && (isLong ? !move.high().isBelow(target) : !move.low().isAbove(target))) {
            Price price = isLong ? target.max(move.open()) : target.min(move.open());
            return Optional.of(new ProtectiveExit(Origin.Kind.TAKE_PROFIT, price, move.at()));
        }
        Instant closeAt = position.exits().closeAt();
        return closeAt == null || move.at().isBefore(closeAt)
                ? Optional.empty()
                : Optional.of(new ProtectiveExit(Origin.Kind.TIME_STOP, move.close(), move.at()));
    }

    /** The targets of a position's ladder that a move reaches, nearest first. */
    public static List<ProtectiveExit> ladder(Position position, PriceMove move) {
        boolean isLong = position.direction() == Direction.LONG;
        List<ProtectiveExit> reached = new ArrayList<>();
        for (Exits.Rung rung : position.exits().ladder()) {
            Price target = rung.price();
            if (isLong ? move.high().isBelow(target) : move.low().isAbove(target)) {
                break;
            }
            Price price = isLong ? target.max(move.open()) : target.min(move.open());
            Quantity part = position.instrument()
                    .roundDown(rung.share().of(position.entered().quantity().value()));
            reached.add(new ProtectiveExit(Origin.Kind.TAKE_PROFIT, price, move.at(), part));
        }
        return reached;
    }

    /** The order that closes the position, or its part. */
    public OrderRequest request(Position position) {
        return OrderRequest.market(position.instrument(), position.direction().exit(), quantity(position))
                .by(Origin.of(kind))
                .reducing();
    }

    private Quantity quantity(Position position) {
        return part == null ? position.quantity() : part.min(position.quantity());
    }

    /** The market that this order meets: exactly the exit's price, without slippage. */
    public Quote quote() {
        return Quote.exactly(price, at);
    }
}
