package dev.moa.trading.venue;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.KrxCalendar;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.market.MarketState;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.platform.health.AtStart;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import dev.moa.trading.price.QuoteBoard;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of markets beside their prices. Told from outside; only the base of the day's price limits is also found here, as
 * the last price of the trading day before.
 */
@Singleton
class MarketStates implements QuoteBoard.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(MarketStates.class);

    private final MarketStateStore store;
    private final QuoteBoard quotes;
    private final Clock clock;
    private final Map<InstrumentId, MarketState> states = new ConcurrentHashMap<>();
    private final Map<InstrumentId, LocalDate> days = new ConcurrentHashMap<>();
    private final Set<InstrumentId> unstored = ConcurrentHashMap.newKeySet();

    MarketStates(MarketStateStore store, QuoteBoard quotes, Clock clock) {
        this.store = store;
        this.quotes = quotes;
        this.clock = clock;
    }

    @EventListener
    @Order(-200)
    void begin(StartupEvent event) {
        AtStart.insist(() -> states.putAll(store.all()));
        quotes.tell(this);
    }

    MarketState of(InstrumentId instrument) {
        return states.getOrDefault(instrument, MarketState.NORMAL);
    }

    MarketState set(InstrumentId instrument, MarketState state) {
        store.set(instrument, state, clock.instant());
        states.put(instrument, state);
        return state;
    }

    @Override
    public void known(InstrumentId instrument, Quote quote) {
        day(instrument, quote.at());
    }

    /** The first price of a day tells that the one before it was the last of its own day. */
    @Override
    public void moved(InstrumentId instrument, PriceMove move) {
        LocalDate before = days.get(instrument);
        LocalDate today = day(instrument, move.at());
        if (today != null && before != null && today.isAfter(before)) {
            states.merge(
                    instrument,
                    MarketState.NORMAL.withBase(move.open()),
                    (known, first) -> known.withBase(move.open()));
            unstored.add(instrument);
        }
    }

    /** Remembers the trading day of a price; null where there are no price limits. */
    private LocalDate day(InstrumentId id, Instant at) {
        if (!VenueRules.instrument(id).listing().isKorean()) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(at, KrxCalendar.SEOUL);
        days.put(id, day);
        return day;
    }

    /** Bases that were found on the way of a price are stored apart from it. */
    @Scheduled(fixedDelay = "1s")
    void storeBases() {
        for (InstrumentId instrument : unstored) {
            try {
                store.set(instrument, of(instrument), clock.instant());
                unstored.remove(instrument);
            } catch (SqlFailure | DependencyAway later) {
                LOG.warn("the base price of {} is stored later: {}", instrument, later.getMessage());
                return;
            }
        }
    }
}
