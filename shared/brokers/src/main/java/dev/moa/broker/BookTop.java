package dev.moa.broker;

import dev.moa.domain.instrument.InstrumentId;
import java.math.BigDecimal;

/**
 * The best bid and ask of a venue's book at this moment; both above zero.
 *
 * @param bidSize how much is wanted at the bid, in the base unit; null where the venue does not tell
 * @param askSize how much is offered at the ask, likewise
 */
public record BookTop(
        InstrumentId instrument, BigDecimal bid, BigDecimal ask, BigDecimal bidSize, BigDecimal askSize) {}
