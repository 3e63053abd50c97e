package dev.moa.backtest.measure;

import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Price;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One trade of a run; amounts in the quote currency.
 *
 * @param number from 1, in the order in which they closed
 * @param exitTime null, with the price and the reason, for a position that was still held at the end
 * @param pnl fees deducted; of an open position what it would have made at the last close
 * @param exitReason SIGNAL, TAKE_PROFIT or STOP_LOSS
 */
@Serdeable
public record Trade(
        int number,
        Direction side,
        BigDecimal quantity,
        Instant entryTime,
        BigDecimal entryPrice,
        @Nullable Instant exitTime,
        @Nullable BigDecimal exitPrice,
        BigDecimal pnl,
        BigDecimal fees,
        @Nullable String exitReason) {

    static Trade of(int number, ClosedTrade closed) {
        return new Trade(
                number,
                closed.direction(),
                closed.quantity().value(),
                closed.openedAt(),
                closed.entryPrice().value(),
                closed.closedAt(),
                closed.exitPrice().value(),
                closed.profit(),
                closed.fees(),
                reason(closed));
    }

    static Trade open(int number, Position held, Price lastClose) {
        return new Trade(
                number,
                held.direction(),
                held.quantity().value(),
                held.openedAt(),
                held.entryPrice().value(),
                null,
                null,
                held.realized().add(held.unrealized(lastClose)),
                held.fees(),
                null);
    }

    private static String reason(ClosedTrade closed) {
        return switch (closed.closedBy()) {
            case TAKE_PROFIT, STOP_LOSS, TIME_STOP, LIQUIDATION ->
                closed.closedBy().name();
            case STRATEGY, MANUAL, CLOSE, EXTERNAL, RECOVERED -> "SIGNAL";
        };
    }
}
