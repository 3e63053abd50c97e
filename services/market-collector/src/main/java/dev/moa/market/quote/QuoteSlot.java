package dev.moa.market.quote;

import dev.moa.contract.LiveMessages.Quote;
import java.math.BigDecimal;
import java.time.Instant;

/** The latest price of one instrument, and what has happened to it since it was last told. */
final class QuoteSlot {
    private final String instrument;
    private PriceMove last;
    private PriceMove untold;
    private BestPrices best = BestPrices.UNKNOWN;
    private boolean bookChanged;
    private Instant liveAt;

    QuoteSlot(String instrument) {
        this.instrument = instrument;
    }

    synchronized void moved(PriceMove move, Instant now) {
        if (move.source() == QuoteSource.LIVE) {
            liveAt = now;
            if (last != null && last.source() == QuoteSource.LIVE && move.time().isBefore(last.time())) {
                return;
            }
        }
        if (last != null && last.source() != move.source()) {
            // Another source is another market: neither its book nor its extremes go on.
            best = BestPrices.UNKNOWN;
            untold = null;
        }
        last = move;
        untold = untold == null ? move : untold.then(move);
    }

    /** Sizes change all the time: by themselves they are no reason for a message, but the next one carries them. */
    synchronized void book(BestPrices prices) {
        if (last != null && last.source() == QuoteSource.LIVE) {
            bookChanged |= !best.samePrices(prices);
            best = prices;
        }
    }

    /** From the store, after a restart; gives way to everything that has come in since. */
    synchronized boolean restore(PriceMove stored) {
        if (last == null) {
            last = stored;
            return true;
        }
        return false;
    }

    /** The message to tell now, or null. What it tells counts as told until {@link #untell}. */
    synchronized Told take() {
        if (untold == null && !bookChanged) {
            return null;
        }
        Told told = new Told(quote(untold), untold);
        untold = null;
        bookChanged = false;
        return told;
    }

    /** It could not be told: it belongs to the next message. */
    synchronized void untell(Told told) {
        if (told.move() != null && told.move().source() == last.source()) {
            untold = untold == null ? told.move() : told.move().then(untold);
        }
        bookChanged = true;
    }

    synchronized Quote latest() {
        return last == null ? null : quote(null);
    }

    synchronized boolean isLiveSince(Instant time) {
        return liveAt != null && !liveAt.isBefore(time);
    }

    /** A message and the move in it; {@code move} is null when only the book has changed. */
    record Told(Quote quote, PriceMove move) {}

    private Quote quote(PriceMove move) {
        return new Quote(
                instrument,
                last.price(),
                best.bid(),
                best.ask(),
                best.bidSize(),
                best.askSize(),
                move == null ? last.price() : move.low(),
                move == null ? last.price() : move.high(),
                move == null ? BigDecimal.ZERO : move.volume(),
                last.time(),
                last.source().code());
    }
}
