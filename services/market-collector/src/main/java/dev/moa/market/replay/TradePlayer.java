package dev.moa.market.replay;

import dev.moa.domain.candle.Interval;
import dev.moa.market.candle.CandleStream;
import dev.moa.market.candle.Candles;
import dev.moa.market.candle.Tick;
import dev.moa.market.quote.PriceMove;
import dev.moa.market.quote.QuoteBoard;
import dev.moa.market.quote.QuoteSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays recorded trades: stored first, then told as prices, as live ones would be. */
final class TradePlayer implements Player {
    /** The first batch is small, so that storing begins while most is still to be read. */
    private static final int FIRST_BATCH = 1_000;

    private static final int LARGEST_BATCH = 10_000;

    private final Replay replay;
    private final CandleStream stream;
    private final Candles candles;
    private final QuoteBoard board;
    private final Pacer pacer;
    private List<Tick> batch = new ArrayList<>();
    private int batchSize = FIRST_BATCH;

    TradePlayer(Replay replay, Candles candles, QuoteBoard board) {
        this.replay = replay;
        this.stream = CandleStream.replayedTrades(replay.order().instrument(), replay.id());
        this.candles = candles;
        this.board = board;
        this.pacer = new Pacer(replay.order().speed(), replay.cancelled());
    }

    @Override
    public Duration playOnce(Duration later) throws IOException, InterruptedException {
        Instant first = null;
        Instant last = null;
        try (Handover handover = new Handover();
                ReplayFile file = ReplayFile.open(replay.order().file(), replay.badLines())) {
            for (Tick read = file.nextTrade(); read != null && !replay.isCancelled(); read = file.nextTrade()) {
                Tick trade = later.isZero() ? read : shifted(read, later);
                if (batch.size() == batchSize || pacer.isEarly(trade.time())) {
                    give(handover);
                    pacer.awaitDue(trade.time());
                }
                batch.add(trade);
                first = first == null || read.time().isBefore(first) ? read.time() : first;
                last = last == null || read.time().isAfter(last) ? read.time() : last;
            }
            give(handover);
            handover.await();
        }
        // Whole minutes, so that every round has the same candles.
        return first == null
                ? null
                : later.plus(Duration.between(Interval.M1.openTime(first), Interval.M1.openTime(last)))
                        .plusMinutes(1);
    }

    @Override
    public void finish() {
        candles.finish(stream);
    }

    private void give(Handover handover) throws InterruptedException {
        if (batch.isEmpty() || replay.isCancelled()) {
            return;
        }
        if (board.isLiveSince(replay.order().instrument(), replay.startedAt())) {
            throw new CannotReplay(
                    "The live feed of " + replay.order().instrument() + " delivers again, so the replay has stopped.");
        }
        List<Tick> given = batch;
        handover.give(() -> Patience.with(replay.cancelled(), () -> store(given)));
        batchSize = Math.min(2 * batchSize, LARGEST_BATCH);
        batch = new ArrayList<>(batchSize);
    }

    private void store(List<Tick> trades) {
        int stored = candles.store(stream, trades, () -> {});
        replay.read(trades.size(), stored);
        board.moved(replay.order().instrument(), move(trades));
    }

    private static PriceMove move(List<Tick> trades) {
        return trades.stream()
                .map(tick -> PriceMove.trade(QuoteSource.REPLAYED_TRADES, tick.time(), tick.price(), tick.quantity()))
                .reduce(PriceMove::then)
                .orElseThrow();
    }

    private static Tick shifted(Tick tick, Duration later) {
        return new Tick(tick.time().plus(later), tick.tradeId(), tick.price(), tick.quantity(), tick.side());
    }
}
