package dev.moa.market.feed;

import dev.moa.broker.FeedGap;
import dev.moa.broker.MarketTrade;
import dev.moa.domain.instrument.InstrumentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices where trades of a feed are missing between what was taken in. Where ids count up, by a hole; where they do not,
 * by every interruption. Not for several threads at once.
 */
final class GapDetector {
    private final boolean countsTrades;
    private final Map<InstrumentId, FeedGap.Mark> last = new HashMap<>();
    private final Set<InstrumentId> interrupted = new HashSet<>();

    GapDetector(boolean countsTrades) {
        this.countsTrades = countsTrades;
    }

    /** Where an earlier run of the collector had got to. */
    void resume(InstrumentId instrument, FeedGap.Mark mark) {
        if (last.putIfAbsent(instrument, mark) == null) {
            interrupted.add(instrument);
        }
    }

    /** A new connection, or trades that had to be dropped: the next trade of everything may come after missed ones. */
    void interrupted() {
        interrupted.addAll(last.keySet());
    }

    void interrupted(InstrumentId instrument) {
        if (last.containsKey(instrument)) {
            interrupted.add(instrument);
        }
    }

    /** What is missing before this trade, if it is taken in. */
    Optional<FeedGap> before(MarketTrade trade) {
        FeedGap.Mark known = last.get(trade.instrument());
        if (known == null || isOld(known, trade)) {
            return Optional.empty();
        }
        boolean missing = countsTrades ? trade.id() > known.id() + 1 : interrupted.contains(trade.instrument());
        return missing ? Optional.of(new FeedGap(trade.instrument(), known, mark(trade))) : Optional.empty();
    }

    /** The trade was taken in. */
    void took(MarketTrade trade) {
        FeedGap.Mark known = last.get(trade.instrument());
        if (known == null || !isOld(known, trade)) {
            last.put(trade.instrument(), mark(trade));
            interrupted.remove(trade.instrument());
        }
    }

    /** Seen before, or a venue's repetition of its last trade. */
    private boolean isOld(FeedGap.Mark known, MarketTrade trade) {
        return countsTrades
                ? trade.id() <= known.id()
                : trade.id() == known.id() || trade.time().isBefore(known.time());
    }

    private static FeedGap.Mark mark(MarketTrade trade) {
        return new FeedGap.Mark(trade.id(), trade.time());
    }
}
