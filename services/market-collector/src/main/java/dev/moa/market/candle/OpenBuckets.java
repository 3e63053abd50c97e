package dev.moa.market.candle;

import dev.moa.domain.candle.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which candles of one stream are still open, and which close as its market time goes on. A candle that has closed is not
 * told again when a late trade still changes it. Not for several threads at once.
 */
final class OpenBuckets {
    private static final Comparator<Closing> IN_ORDER = Comparator.comparing(Closing::closeTime)
            .thenComparing(Closing::interval)
            .thenComparing(Closing::openTime);

    private final List<Interval> intervals;
    private final Map<Interval, TreeSet<Instant>> open = new EnumMap<>(Interval.class);
    private Instant told = Instant.MIN;

    /** One candle that closes. */
    record Closing(Interval interval, Instant openTime) {
        Instant closeTime() {
            return interval.closeTime(openTime);
        }
    }

    OpenBuckets(List<Interval> intervals) {
        this.intervals = List.copyOf(intervals);
        intervals.forEach(interval -> open.put(interval, new TreeSet<>()));
    }

    /** Candles that are known to be open, from before a restart. */
    void resume(Interval interval, Instant openTime) {
        open.get(interval).add(openTime);
    }

    /** Times at which something happened: their candles are open unless they have closed before. */
    void touch(Collection<Instant> times) {
        for (Instant time : times) {
            for (Interval interval : intervals) {
                Instant openTime = interval.openTime(time);
                if (interval.closeTime(openTime).isAfter(told)) {
                    open.get(interval).add(openTime);
                }
            }
        }
    }

    /** What has ended by this market time, in the order of ending, the shorter first. Nothing changes until {@link #close}. */
    List<Closing> endedBy(Instant marketTime) {
        List<Closing> ended = new ArrayList<>();
        open.forEach((interval, openTimes) -> {
            for (Instant openTime : openTimes) {
                if (interval.closeTime(openTime).isAfter(marketTime)) {
                    break;
                }
                ended.add(new Closing(interval, openTime));
            }
        });
        ended.sort(IN_ORDER);
        return ended;
    }

    /** Everything still open, for the end of a replay. */
    List<Closing> all() {
        return endedBy(Instant.MAX);
    }

    /** After the commit that told them. */
    void close(List<Closing> ended) {
        for (Closing closing : ended) {
            open.get(closing.interval()).remove(closing.openTime());
            if (closing.closeTime().isAfter(told)) {
                told = closing.closeTime();
            }
        }
    }
}
