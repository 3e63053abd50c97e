package dev.moa.domain.portfolio;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Origin;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A position from its first fill to its last.
 *
 * @param quantity everything that was entered
 * @param profit in the quote currency, all fees deducted
 * @param closedBy who wanted the order that closed it
 */
public record ClosedTrade(
        PositionId position,
        InstrumentId instrument,
        Direction direction,
        Quantity quantity,
        Price entryPrice,
        Price exitPrice,
        BigDecimal profit,
        BigDecimal fees,
        Instant openedAt,
        Instant closedAt,
        Origin.Kind closedBy) {

    /** The trade that a closed position was. */
    public static ClosedTrade of(Position closed, Origin.Kind closedBy) {
        return new ClosedTrade(
                closed.id(),
                closed.instrument().id(),
                closed.direction(),
                closed.entered().quantity(),
                closed.entered().averagePrice(),
                closed.exited().averagePrice(),
                closed.realized(),
                closed.fees(),
                closed.openedAt(),
                closed.updatedAt(),
                closedBy);
    }
}
