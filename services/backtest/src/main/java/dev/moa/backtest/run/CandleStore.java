package dev.moa.backtest.run;

import dev.moa.domain.candle.Candle;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Function;

/** The closed candles that the market collector has stored. */
interface CandleStore {

    /** What there is of a plan's candles; {@code first} and {@code last} are open times, null when there are none. */
    record Span(long count, Instant first, Instant last) {}

    Span span(RunPlan plan);

    /**
     * Hands over the plan's candles, oldest first, as they were at one moment, without ever holding many of them.
     *
     * @throws dev.moa.platform.problem.DependencyAway when the stream breaks
     */
    <T> T play(RunPlan plan, Function<Iterator<Candle>, T> player);
}
