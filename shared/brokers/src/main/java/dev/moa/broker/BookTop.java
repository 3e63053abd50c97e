package dev.moa.broker;

import dev.moa.domain.instrument.InstrumentId;
import java.math.BigDecimal;

/** The best bid and ask of a venue's book at this moment; both above zero. */
public record BookTop(InstrumentId instrument, BigDecimal bid, BigDecimal ask) {}
