package dev.moa.trading.risk.market;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.facts.PriceRange;
import java.time.Instant;
import java.util.Optional;

interface CandleStore {
    /** Between which prices it moved in these minutes; empty when no candle is stored. */
    Optional<PriceRange> range(InstrumentId instrument, Instant from, Instant to);
}
