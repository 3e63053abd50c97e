package dev.moa.broker.snapshot;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.value.Side;
import java.util.Objects;

/**
 * A trade as its venue tells it.
 *
 * @param orderNumber the venue's number of the order it belongs to
 * @param clientOrderId our name for that order, null where the venue does not say it
 * @param fill its {@code marketTime} is the venue's time of the trade
 */
public record FillSnapshot(String orderNumber, String clientOrderId, InstrumentId instrument, Side side, Fill fill) {
    public FillSnapshot {
        Objects.requireNonNull(orderNumber, "orderNumber");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(fill, "fill");
    }
}
