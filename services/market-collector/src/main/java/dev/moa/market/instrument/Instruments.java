package dev.moa.market.instrument;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.value.InvalidValue;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogue: what is collected or was replayed, with the rules of its venue. */
@Singleton
public class Instruments {
    private static final int DEFAULT = 50;
    private static final int MOST = 500;

    private final InstrumentStore store;
    private final Clock clock;
    private final Set<InstrumentId> seen = ConcurrentHashMap.newKeySet();

    Instruments(InstrumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes sure that the catalogue has it; {@code source} tells who brought it in. */
    public void add(InstrumentId instrument, String source) {
        if (!seen.contains(instrument)) {
            store.add(new CatalogueEntry(VenueRules.instrument(instrument), source, clock.instant()));
            seen.add(instrument);
        }
    }

    /**
     * The instrument of that name, {@code VENUE:SYMBOL} or a symbol only one venue has. Throws 404
     * {@code unknown_instrument} for everything else.
     */
    public InstrumentId known(String name) {
        if (name.indexOf(':') < 0) {
            // Any venue will do to see whether it can be a symbol at all.
            String symbol = wellFormed("ANY:" + name).symbol();
            List<InstrumentId> found = store.withSymbol(symbol);
            if (found.size() == 1) {
                return found.getFirst();
            }
            throw unknown();
        }
        InstrumentId instrument = wellFormed(name);
        if (!seen.contains(instrument)) {
            if (!store.isKnown(instrument)) {
                throw unknown();
            }
            seen.add(instrument);
        }
        return instrument;
    }

    public List<InstrumentId> all() {
        return store.all();
    }

    InstrumentsView search(String text, String venue, String cursor, Integer limit) {
        int wanted = limit == null ? DEFAULT : limit;
        if (wanted < 1 || wanted > MOST) {
            throw Problem.invalid().field("limit", "must be between 1 and " + MOST);
        }
        List<CatalogueEntry> found = store.search(
                new InstrumentStore.Search(upper("query", text), upper("venue", venue), after(cursor), wanted + 1));
        return InstrumentsView.of(found, wanted);
    }

    private static String after(String cursor) {
        String text = upper("cursor", cursor);
        return text == null ? "" : text;
    }

    private static InstrumentId wellFormed(String name) {
        try {
            return InstrumentId.parse(name.toUpperCase(Locale.ROOT));
        } catch (InvalidValue e) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.of(404, "unknown_instrument", "There is no data of this instrument.");
    }

    private static String upper(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > 80 || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid().field(name, "must be at most 80 ordinary characters");
        }
        return text.trim().toUpperCase(Locale.ROOT);
    }
}
