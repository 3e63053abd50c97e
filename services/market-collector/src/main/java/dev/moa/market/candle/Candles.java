package dev.moa.market.candle;

import dev.moa.contract.MarketEvents.CandleClosed;
import dev.moa.domain.candle.Interval;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes trades and candles in: ticks, the candles they change, and the facts about candles that have ended are one
 * transaction, so that a crash at any line leaves all of it or nothing.
 */
@Singleton
public class Candles {
    private final TickStore ticks;
    private final CandleStore candles;
    private final Outbox outbox;
    private final Sql sql;
    private final Clock clock;

    Candles(TickStore ticks, CandleStore candles, Outbox outbox, Sql sql, Clock clock) {
        this.ticks = ticks;
        this.candles = candles;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    /** Stores trades; answers how many were new. {@code also} belongs to the same transaction. */
    public int store(CandleStream stream, List<Tick> trades, Runnable also) {
        Instant first = earliest(trades, Tick::time);
        Instant last = latest(trades, Tick::time);
        ticks.prepare(first, last);
        return inOneTransaction(stream, last, () -> {
            TickStore.Inserted inserted = ticks.insert(stream.instrument(), trades);
            candles.rebuildMinutes(stream.instrument(), stream.source(), inserted.minutes());
            candles.sumUp(stream.instrument(), stream.ladder(), inserted.minutes());
            stream.touch(trades.stream()
                    .map(Tick::time)
                    .map(Interval.M1::openTime)
                    .distinct()
                    .toList());
            also.run();
            return inserted.count();
        });
    }

    /** Stores candles as given and what is summed up from them. */
    public void store(CandleStream stream, Interval interval, List<GivenCandle> given) {
        Instant last = latest(given, GivenCandle::openTime);
        candles.prepare(earliest(given, GivenCandle::openTime), last);
        inOneTransaction(stream, interval.closeTime(last), () -> {
            List<Instant> openTimes = given.stream().map(GivenCandle::openTime).toList();
            candles.put(stream.instrument(), interval, given);
            candles.sumUp(stream.instrument(), stream.ladder(), openTimes);
            stream.touch(openTimes);
            return given.size();
        });
    }

    /** Closes what has ended by now, although no later trade has come. */
    public void closeEndedBy(CandleStream stream, Instant marketTime) {
        if (!stream.endedBy(marketTime, clock.instant()).isEmpty()) {
            inOneTransaction(stream, marketTime, () -> 0);
        }
    }

    /** After a restart: what was left open closes in its time. */
    public void resume(CandleStream stream) {
        stream.resume(candles.notClosed(stream.instrument()));
    }

    /** The end of a replay: its unfinished candles are history, closed without telling anybody, unless they still run. */
    public void finish(CandleStream stream) {
        Instant now = clock.instant();
        List<OpenBuckets.Closing> history = stream.unfinished().stream()
                .filter(candle -> !candle.closeTime().isAfter(now))
                .toList();
        sql.inTransaction(() -> {
            candles.lock(stream.instrument());
            candles.close(stream.instrument(), history);
            candles.forget(stream.run());
        });
        stream.close(history);
    }

    private int inOneTransaction(CandleStream stream, Instant marketTime, Supplier<Integer> work) {
        Instant now = clock.instant();
        List<OpenBuckets.Closing> ended = new ArrayList<>();
        int stored = sql.inTransaction(() -> {
            candles.lock(stream.instrument());
            int count = work.get();
            ended.addAll(stream.endedBy(marketTime, now));
            close(stream, ended, marketTime).forEach(candle -> tell(stream, candle, now));
            return count;
        });
        stream.close(ended);
        return stored;
    }

    /** The ended candles that are to be told. A batch that is repeated because the answer to its commit was lost has none. */
    private List<StoredCandle> close(CandleStream stream, List<OpenBuckets.Closing> ended, Instant marketTime) {
        if (stream.isLive()) {
            return candles.closeOpen(stream.instrument(), ended);
        }
        Instant told = candles.toldTo(stream.run(), marketTime).orElse(Instant.MIN);
        return candles.close(stream.instrument(), ended).stream()
                .filter(candle -> candle.interval().closeTime(candle.openTime()).isAfter(told))
                .toList();
    }

    private void tell(CandleStream stream, StoredCandle candle, Instant now) {
        if (stream.tells(new OpenBuckets.Closing(candle.interval(), candle.openTime()), now)) {
            String instrument = stream.instrument().toString();
            outbox.append(
                    new CandleClosed(
                            instrument,
                            candle.interval().code(),
                            candle.openTime(),
                            candle.open(),
                            candle.high(),
                            candle.low(),
                            candle.close(),
                            candle.volume(),
                            stream.isPath(candle.interval()),
                            stream.run()),
                    instrument,
                    null);
        }
    }

    private static <T> Instant earliest(List<T> rows, Function<T, Instant> time) {
        return rows.stream().map(time).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static <T> Instant latest(List<T> rows, Function<T, Instant> time) {
        return rows.stream().map(time).max(Comparator.naturalOrder()).orElseThrow();
    }
}
