package dev.moa.market.replay;

import dev.moa.domain.candle.Interval;
import dev.moa.market.candle.CandleStream;
import dev.moa.market.candle.Candles;
import dev.moa.market.candle.GivenCandle;
import dev.moa.market.quote.PriceMove;
import dev.moa.market.quote.QuoteBoard;
import dev.moa.market.quote.QuoteSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays recorded candles: stored as given, summed up, told one after the other as facts. */
final class CandlePlayer implements Player {
    private static final int BATCH = 500;

    private final Replay replay;
    private final Interval interval;
    private final CandleStream stream;
    private final Candles candles;
    private final QuoteBoard board;
    private final Pacer pacer;
    private final List<GivenCandle> batch = new ArrayList<>(BATCH);

    CandlePlayer(Replay replay, Candles candles, QuoteBoard board) {
        this.replay = replay;
        this.interval = replay.order().interval();
        this.stream = CandleStream.replayedCandles(replay.order().instrument(), replay.id(), interval);
        this.candles = candles;
        this.board = board;
        this.pacer = new Pacer(replay.order().speed(), replay.cancelled());
    }

    @Override
    public Duration playOnce(Duration later) throws IOException, InterruptedException {
        Instant first = null;
        Instant last = null;
        try (ReplayFile file = ReplayFile.open(replay.order().file(), replay.badLines())) {
            for (GivenCandle read = file.nextCandle(interval);
                    read != null && !replay.isCancelled();
                    read = file.nextCandle(interval)) {
                GivenCandle candle = later.isZero() ? read : shifted(read, later);
                Instant known = interval.closeTime(candle.openTime());
                if (batch.size() == BATCH || pacer.isEarly(known)) {
                    flush();
                    pacer.awaitDue(known);
                }
                batch.add(candle);
                first = first == null ? read.openTime() : first;
                last = read.openTime();
            }
            flush();
        } finally {
            batch.clear();
        }
        return first == null
                ? null
                : later.plus(wholeDays(Duration.between(first, last).plus(interval.duration())));
    }

    @Override
    public void finish() {
        candles.finish(stream);
    }

    private void flush() throws InterruptedException {
        if (batch.isEmpty() || replay.isCancelled()) {
            return;
        }
        if (board.isLiveSince(replay.order().instrument(), replay.startedAt())) {
            throw new CannotReplay(
                    "The live feed of " + replay.order().instrument() + " delivers again, so the replay has stopped.");
        }
        Patience.with(replay.cancelled(), () -> {
            candles.store(stream, interval, batch);
            replay.read(batch.size(), batch.size());
            board.moved(replay.order().instrument(), move());
        });
        batch.clear();
    }

    private PriceMove move() {
        return batch.stream()
                .map(candle -> new PriceMove(
                        QuoteSource.REPLAYED_CANDLES,
                        interval.closeTime(candle.openTime()),
                        candle.close(),
                        candle.low(),
                        candle.high(),
                        candle.volume()))
                .reduce(PriceMove::then)
                .orElseThrow();
    }

    /** Whole days, so that longer candles are the same in every round. */
    private static Duration wholeDays(Duration length) {
        return Duration.ofDays(length.minusNanos(1).toDays() + 1);
    }

    private static GivenCandle shifted(GivenCandle candle, Duration later) {
        return new GivenCandle(
                candle.openTime().plus(later),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume());
    }
}
