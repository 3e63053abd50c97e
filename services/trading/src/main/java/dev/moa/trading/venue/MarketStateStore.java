package dev.moa.trading.venue;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.market.MarketState;
import java.time.Instant;
import java.util.Map;

interface MarketStateStore {
    Map<InstrumentId, MarketState> all();

    void set(InstrumentId instrument, MarketState state, Instant now);
}
