package dev.moa.market.candle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.moa.domain.instrument.InstrumentId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The latest trades, ordered by time, then trade id. */
@Serdeable
record TradesView(
        String instrument,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<TradeView> items) {

    /** {@code side} is the taker's; left out where the source does not say. */
    @Serdeable
    record TradeView(
            String tradeId,
            Instant time,
            BigDecimal price,
            BigDecimal quantity,
            @Nullable String side) {}

    static TradesView of(InstrumentId instrument, List<Tick> ticks) {
        return new TradesView(
                instrument.toString(),
                ticks.stream()
                        .map(tick -> new TradeView(
                                Long.toString(tick.tradeId()),
                                tick.time(),
                                tick.price(),
                                tick.quantity(),
                                tick.side() == null ? null : tick.side().name()))
                        .toList());
    }
}
