package dev.moa.trading.venue;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.Session;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.market.MarketState;
import dev.moa.domain.order.OrderRequest;
import dev.moa.trading.price.QuoteBoard;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When orders only gather, and when the price of an auction has come: the first one told after it. */
@Singleton
public class Auctions {
    private final MarketStates states;
    private final QuoteBoard quotes;
    private final Clock clock;
    private final Instant begun;
    private final Map<InstrumentId, Instant> lastPrices = new ConcurrentHashMap<>();

    Auctions(MarketStates states, QuoteBoard quotes, Clock clock) {
        this.states = states;
        this.quotes = quotes;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Whether this order has to wait for an auction's price; exits that a price set off do not. */
    public boolean gathers(OrderRequest request) {
        InstrumentId instrument = request.instrument().id();
        return !EntryGate.isExitOfAMove(request.origin().kind())
                && quotes.marketTime(instrument, clock.instant())
                        .filter(now -> rests(instrument, now))
                        .isPresent();
    }

    /** Whether nothing trades at this moment of the market although prices may be told: an auction, an interruption, a halt. */
    public boolean rests(InstrumentId instrument, Instant at) {
        return states.of(instrument).at(at) != MarketState.Trading.OPEN
                || VenueRules.instrument(instrument).hours().at(at).phase().isAuction();
    }

    /** When the auction was over of which this price is the outcome; told once. */
    public Optional<Instant> ended(InstrumentId instrument, Instant price) {
        Instant last = lastPrices.put(instrument, price);
        Instant since = last == null ? begun : last;
        return VenueRules.instrument(instrument)
                .hours()
                .auctionOver(since, price)
                .map(Session::end)
                .or(() -> interruptionOver(instrument, since, price));
    }

    private Optional<Instant> interruptionOver(InstrumentId instrument, Instant since, Instant price) {
        MarketState state = states.of(instrument);
        return Optional.ofNullable(state.until())
                .filter(until ->
                        state.trading() != MarketState.Trading.OPEN && until.isAfter(since) && !until.isAfter(price));
    }
}
