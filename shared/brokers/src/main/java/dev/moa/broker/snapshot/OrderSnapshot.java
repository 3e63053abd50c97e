package dev.moa.broker.snapshot;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.time.Instant;
import java.util.Objects;

/**
 * An order as its venue sees it now.
 *
 * @param number the venue's number of it
 * @param originalNumber the first number of the chain when changes gave it new ones; else the same as {@code number}
 * @param clientOrderId our name for it; null where the venue carries none or the order is somebody else's
 * @param price the limit price, null for market orders
 * @param filled how much of it has traded; @param average at what average price, null while nothing has
 * @param placedAt by the venue's clock
 */
public record OrderSnapshot(
        String number,
        String originalNumber,
        String clientOrderId,
        InstrumentId instrument,
        Side side,
        OrderType type,
        Quantity quantity,
        Price price,
        Quantity filled,
        Price average,
        State state,
        Instant placedAt) {

    /** Where it stands there. */
    public enum State {
        OPEN,
        FILLED,
        CANCELLED,
        EXPIRED,
        REJECTED
    }

    public OrderSnapshot {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(filled, "filled");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(placedAt, "placedAt");
        originalNumber = originalNumber == null ? number : originalNumber;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
