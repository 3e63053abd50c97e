package dev.moa.trading.order;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.simulation.CandleStep;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.Price;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.risk.RiskDesk;
import dev.moa.trading.venue.Auctions;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every price move to the accounts it matters to: resting orders, take-profit and stop-loss. */
@Singleton
class PriceMoves implements QuoteBoard.Listener {
    private record Target(AccountLane lane, InstrumentId instrument) {}

    private static final Logger LOG = LoggerFactory.getLogger(PriceMoves.class);

    /** The closing auction's price may come a little after the auction. */
    private static final Duration LAST_PRICE_WITHIN = Duration.ofMinutes(1);

    private final AccountLanes lanes;
    private final OrderPlacement placement;
    private final QuoteBoard quotes;
    private final Marks marks;
    private final RiskDesk risk;
    private final Clock clock;
    /** Moves on their way to a lane; a lane that is busy gets the extremes of all that came meanwhile. */
    private final Map<Target, PriceMove> pending = new ConcurrentHashMap<>();

    PriceMoves(
            AccountLanes lanes, OrderPlacement placement, QuoteBoard quotes, Marks marks, RiskDesk risk, Clock clock) {
        this.lanes = lanes;
        this.placement = placement;
        this.quotes = quotes;
        this.marks = marks;
        this.risk = risk;
        this.clock = clock;
    }

    @EventListener
    void begin(StartupEvent event) {
        quotes.tell(this);
    }

    /** After a restart, for what people hold and wait for; a price that cannot be found is looked for again. */
    @Scheduled(fixedDelay = "1s")
    void lookForPrices() {
        try {
            lanes.watched().forEach(quotes::lookUp);
        } catch (DependencyAway away) {
            LOG.debug("prices are looked for again: {}", away.detail());
        }
    }

    @Override
    public void known(InstrumentId instrument, Quote quote) {
        for (AccountLane lane : lanes.watching(instrument)) {
            lane.submit(turn -> {
                if (placement.isPaper(turn)) {
                    placement.desk(turn).priced(instrument, quote);
                } else {
                    turn.book().mark(instrument, quote.last());
                    placement.moved(turn, instrument, PriceMove.at(quote.last(), quote.at()));
                }
                marks.tell(turn, instrument);
                risk.measure(turn.risk(), false);
                return null;
            });
        }
    }

    /** A lane in which the move reaches nothing is left alone: it would cost a transaction. */
    @Override
    public void moved(InstrumentId instrument, PriceMove along) {
        Auctions auctions = placement.auctions();
        if (auctions.rests(instrument, along.at())) {
            return;
        }
        Optional<Instant> ended = auctions.ended(instrument, along.at());
        Price price = along.close();
        PriceMove move = ended.isEmpty() ? along : PriceMove.at(price, along.at());
        ended.ifPresent(end -> uncross(instrument, Quote.last(price, along.at()), end));
        for (AccountLane lane : lanes.watching(instrument)) {
            if (lane.concerns(instrument, move)) {
                bring(new Target(lane, instrument), move);
            }
        }
    }

    private void bring(Target target, PriceMove move) {
        if (pending.merge(target, move, PriceMoves::merged) == move) {
            InstrumentId instrument = target.instrument();
            target.lane()
                    .submit(turn -> {
                        PriceMove whole = pending.remove(target);
                        if (placement.isPaper(turn)) {
                            CandleStep.move(placement.desk(turn), VenueRules.instrument(instrument), whole);
                        } else {
                            turn.book().mark(instrument, whole.close());
                            placement.moved(turn, instrument, whole);
                        }
                        marks.tell(turn, instrument);
                        risk.measure(turn.risk(), false);
                        return null;
                    })
                    .whenComplete((done, failure) -> failed(target, move, failure));
        }
    }

    private void failed(Target target, PriceMove move, Throwable failure) {
        if (failure != null) {
            pending.remove(target);
        }
        if (failure instanceof BeingTraded) {
            bring(target, move);
        }
    }

    private void uncross(InstrumentId instrument, Quote price, Instant ended) {
        for (AccountLane lane : lanes.watching(instrument)) {
            lane.submit(turn -> {
                if (placement.isPaper(turn)) {
                    placement.desk(turn).uncross(instrument, price, ended);
                }
                return null;
            });
        }
    }

    /** Orders for the day end also when no price moves any more. */
    @Scheduled(fixedDelay = "10s")
    void endTheDay() {
        Instant over = clock.instant().minus(LAST_PRICE_WITHIN);
        for (AccountLane lane : lanes.open()) {
            if (!lane.watched().isEmpty()) {
                lane.submit(turn -> {
                    if (placement.isPaper(turn)) {
                        placement.desk(turn).expire(over);
                    } else {
                        placement.expireKept(turn, over);
                    }
                    return null;
                });
            }
        }
    }

    private static PriceMove merged(PriceMove earlier, PriceMove later) {
        return earlier == null ? later : earlier.then(later);
    }
}
