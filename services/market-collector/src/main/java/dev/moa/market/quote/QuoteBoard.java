package dev.moa.market.quote;

import dev.moa.contract.LiveMessages.Quote;
import dev.moa.domain.instrument.InstrumentId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest price of every instrument, in memory. Feeds and replays write, the publisher and the API read. */
@Singleton
public class QuoteBoard {
    private final Map<InstrumentId, QuoteSlot> slots = new ConcurrentHashMap<>();
    private final Clock clock;

    QuoteBoard(Clock clock) {
        this.clock = clock;
    }

    public void moved(InstrumentId instrument, PriceMove move) {
        slot(instrument).moved(move, clock.instant());
    }

    /** The best prices of a live book; kept once there was a live trade. */
    public void book(InstrumentId instrument, BestPrices best) {
        slot(instrument).book(best);
    }

    /** Whether a live feed has delivered a trade of this instrument since then. */
    public boolean isLiveSince(InstrumentId instrument, Instant time) {
        QuoteSlot slot = slots.get(instrument);
        return slot != null && slot.isLiveSince(time);
    }

    Optional<Quote> latest(InstrumentId instrument) {
        return Optional.ofNullable(slots.get(instrument)).map(QuoteSlot::latest);
    }

    boolean restore(InstrumentId instrument, PriceMove stored) {
        return slot(instrument).restore(stored);
    }

    Collection<QuoteSlot> slots() {
        return slots.values();
    }

    private QuoteSlot slot(InstrumentId instrument) {
        return slots.computeIfAbsent(instrument, id -> new QuoteSlot(id.toString()));
    }
}
