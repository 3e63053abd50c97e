package dev.moa.broker.snapshot;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What an account holds of one instrument.
 *
 * @param quantity above zero when long, below when short, never zero
 * @param average what the venue says it cost; null where it does not say
 */
public record Holding(InstrumentId instrument, BigDecimal quantity, Price average) {
    public Holding {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(quantity, "quantity");
    }
}
