package dev.moa.broker;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.simulation.Quote;
import java.util.Optional;

/** The latest prices; supplied to the paper venue by whoever runs it. Never waits. */
@FunctionalInterface
public interface Quotes {
    /** Empty when nobody knows a price. */
    Optional<Quote> latest(InstrumentId instrument);
}
