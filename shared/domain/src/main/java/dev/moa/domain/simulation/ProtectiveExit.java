package dev.moa.domain.simulation;

import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Price;
import java.time.Instant;
import java.util.Optional;

/**
 * A take-profit or stop-loss that a price move set off.
 *
 * @param price what the exit trades at: the stop or target itself, or the move's open where that lies beyond it
 */
public record ProtectiveExit(Origin.Kind kind, Price price, Instant at) {
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
        return Optional.empty();
    }

    /** The order that closes the position. */
    public OrderRequest request(Position position) {
        return OrderRequest.market(position.instrument(), position.direction().exit(), position.quantity())
                .by(Origin.of(kind))
                .reducing();
    }

    /** The market that this order meets: exactly the exit's price, without slippage. */
    public Quote quote() {
        return Quote.exactly(price, at);
    }
}
