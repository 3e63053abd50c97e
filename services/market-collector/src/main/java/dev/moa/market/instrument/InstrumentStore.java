package dev.moa.market.instrument;

import dev.moa.domain.instrument.InstrumentId;
import java.util.List;

/** The catalogue of what there is data of. */
interface InstrumentStore {
    /** What to look for; {@code after} is the last id of the page before, or empty. */
    record Search(String text, String venue, String after, int limit) {}

    /** Adds it if it is not there. True when it was not. */
    boolean add(CatalogueEntry entry);

    boolean isKnown(InstrumentId instrument);

    /** Everything with this symbol, whatever the venue. */
    List<InstrumentId> withSymbol(String symbol);

    List<CatalogueEntry> search(Search search);

    List<InstrumentId> all();
}
