package dev.moa.market.instrument;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.TickSize;
import java.math.BigDecimal;
import java.time.Instant;

/** One row of the catalogue. {@code source} tells how it came in: watch, user, replay. */
record CatalogueEntry(Instrument instrument, String source, Instant updatedAt) {

    /** The finest tick; venues whose tick grows with the price have more. */
    BigDecimal finestTick() {
        return instrument.tickSize().bands().stream()
                .map(TickSize.Band::tick)
                .min(BigDecimal::compareTo)
                .orElseThrow();
    }
}
