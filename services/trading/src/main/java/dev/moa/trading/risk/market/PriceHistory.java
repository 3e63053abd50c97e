package dev.moa.trading.risk.market;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.facts.PriceRange;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.trading.price.QuoteBoard;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How prices moved within the last hour, in steps of ten seconds; what was before the start comes from stored candles. */
@Singleton
public class PriceHistory implements QuoteBoard.Listener {
    private final QuoteBoard quotes;
    private final CandleStore candles;
    private final Clock clock;
    private final Map<InstrumentId, PriceSteps> moves = new ConcurrentHashMap<>();
    private final Map<InstrumentId, Instant> heard = new ConcurrentHashMap<>();

    PriceHistory(QuoteBoard quotes, CandleStore candles, Clock clock) {
        this.quotes = quotes;
        this.candles = candles;
        this.clock = clock;
    }

    @EventListener
    void begin(StartupEvent event) {
        quotes.tell(this);
    }

    @Override
    public void moved(InstrumentId instrument, PriceMove move) {
        heard.put(instrument, clock.instant());
        stepsOf(instrument).add(move.at(), new PriceRange(move.low(), move.high()));
    }

    /** Where it was found it may be old, so it counts as heard when it was told. */
    @Override
    public void known(InstrumentId instrument, Quote quote) {
        heard.putIfAbsent(instrument, quote.at());
        stepsOf(instrument).add(quote.at(), new PriceRange(quote.last(), quote.last()));
    }

    private PriceSteps stepsOf(InstrumentId instrument) {
        return moves.computeIfAbsent(instrument, _ -> new PriceSteps());
    }

    public Optional<Instant> heard(InstrumentId instrument) {
        return Optional.ofNullable(heard.get(instrument));
    }

    /** The window ends with the latest price, so that a replay of last year's prices is measured by its own time. */
    public Optional<PriceRange> range(InstrumentId instrument, Duration window) {
        PriceSteps steps = moves.get(instrument);
        if (steps == null) {
            return Optional.empty();
        }
        Instant last = steps.last();
        Optional<PriceRange> here = steps.since(last.minus(window));
        Instant from = last.minus(window);
        return steps.first().isAfter(from) ? join(here, candles.range(instrument, from, steps.first())) : here;
    }

    private static Optional<PriceRange> join(Optional<PriceRange> one, Optional<PriceRange> other) {
        return one.map(range -> other.map(range::and).orElse(range)).or(() -> other);
    }
}
