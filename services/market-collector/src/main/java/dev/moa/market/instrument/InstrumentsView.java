package dev.moa.market.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.moa.domain.instrument.Instrument;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/** One page of the catalogue. */
@Serdeable
record InstrumentsView(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<InstrumentView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {

    /**
     * {@code tickSize} is the finest; {@code ticks} lists all where the tick grows with the price. Fees are fractions of the
     * value.
     */
    @Serdeable
    record InstrumentView(
            String instrument,
            String venue,
            String symbol,
            String base,
            String quote,
            BigDecimal tickSize,
            @Nullable List<TickView> ticks,
            BigDecimal quantityStep,
            BigDecimal minValue,
            BigDecimal makerFee,
            BigDecimal takerFee) {}

    /** From this price on the tick holds. */
    @Serdeable
    record TickView(BigDecimal from, BigDecimal tick) {}

    static InstrumentsView of(List<CatalogueEntry> found, int limit) {
        boolean more = found.size() > limit;
        List<CatalogueEntry> shown = more ? found.subList(0, limit) : found;
        return new InstrumentsView(
                shown.stream().map(InstrumentsView::view).toList(),
                more ? shown.getLast().instrument().id().toString() : null);
    }

    private static InstrumentView view(CatalogueEntry entry) {
        Instrument instrument = entry.instrument();
        List<TickView> ticks = instrument.tickSize().bands().stream()
                .map(band -> new TickView(band.from(), band.tick()))
                .toList();
        return new InstrumentView(
                instrument.id().toString(),
                instrument.id().venue(),
                instrument.id().symbol(),
                instrument.base().toString(),
                instrument.quote().toString(),
                entry.finestTick(),
                ticks.size() > 1 ? ticks : null,
                instrument.quantityStep(),
                instrument.minNotional(),
                instrument.fees().maker(),
                instrument.fees().taker());
    }
}
