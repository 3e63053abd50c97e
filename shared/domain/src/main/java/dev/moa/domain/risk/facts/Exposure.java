package dev.moa.domain.risk.facts;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.Currency;
import java.math.BigDecimal;

/**
 * What is at stake in one instrument, in its quote currency.
 *
 * @param held worth of the position, whichever way
 * @param entering worth of the open orders that would open or enlarge one
 */
public record Exposure(InstrumentId instrument, Currency currency, BigDecimal held, BigDecimal entering) {
    public BigDecimal total() {
        return held.add(entering);
    }

    public Exposure plus(Exposure other) {
        return new Exposure(instrument, currency, held.add(other.held), entering.add(other.entering));
    }
}
