package dev.moa.market.replay;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.market.candle.Candles;
import dev.moa.market.instrument.Instruments;
import dev.moa.market.quote.QuoteBoard;
import dev.moa.platform.Ids;
import dev.moa.platform.problem.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, shows and ends replays. What can be found wrong with a file before it begins is answered at once. */
@Singleton
class Replays {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final int AT_ONCE = 4;
    private static final int REMEMBERED = 100;
    private static final Duration LIVE = Duration.ofSeconds(60);

    private final ReplayFolder folder;
    private final Candles candles;
    private final QuoteBoard board;
    private final Instruments instruments;
    private final Clock clock;
    private final Map<UUID, Replay> replays = new ConcurrentSkipListMap<>();

    Replays(ReplayFolder folder, Candles candles, QuoteBoard board, Instruments instruments, Clock clock) {
        this.folder = folder;
        this.candles = candles;
        this.board = board;
        this.instruments = instruments;
        this.clock = clock;
    }

    synchronized Replay start(ReplayRequest request) {
        Replay.Order order = order(request);
        refuseWhenBusy(order);
        Replay replay = new Replay(Ids.next(), order, clock.instant());
        instruments.add(order.instrument(), "replay");
        replays.values().stream()
                .filter(old -> !old.isRunning())
                .limit(Math.max(0, replays.size() - REMEMBERED + 1))
                .forEach(old -> replays.remove(old.id()));
        replays.put(replay.id(), replay);
        Thread.ofVirtual().name("replay-" + replay.id()).start(() -> run(replay));
        return replay;
    }

    Replay find(UUID id) {
        Replay replay = replays.get(id);
        if (replay == null) {
            throw Problem.notFound();
        }
        return replay;
    }

    /** Ends it before its next transaction, and waits a moment for that. */
    Replay cancel(UUID id) {
        Replay replay = find(id);
        replay.cancel();
        try {
            replay.ended().await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return replay;
    }

    private Replay.Order order(ReplayRequest request) {
        Speed speed = Speed.of(request.speed());
        Path file = folder.file(request.path());
        try {
            InstrumentId instrument = instrument(request, file);
            return new Replay.Order(file, instrument, interval(file), speed, request.loop());
        } catch (CannotReplay unusable) {
            throw Problem.refused("unusable_file", unusable.getMessage());
        }
    }

    private static InstrumentId instrument(ReplayRequest request, Path file) {
        if (request.instrument() != null) {
            try {
                return InstrumentId.parse(request.instrument().trim().toUpperCase(Locale.ROOT));
            } catch (InvalidValue e) {
                throw Problem.invalid().field("instrument", "must look like VENUE:SYMBOL, for example BINANCE:BTCUSDT");
            }
        }
        return InstrumentGuess.from(file.getFileName().toString())
                .orElseThrow(() -> Problem.refused(
                        "instrument_needed",
                        "The file's name does not tell the instrument; say it with --instrument VENUE:SYMBOL."));
    }

    /** The interval of a candle file, null for trades. Finds out on the way whether there is anything good in it. */
    private static Interval interval(Path path) {
        BadLines bad = new BadLines();
        try (ReplayFile file = ReplayFile.open(path, bad)) {
            if (file.kind() == Columns.Kind.CANDLES) {
                return CandleStep.of(path);
            }
            if (file.nextTrade() == null) {
                throw new CannotReplay("The file has no good line"
                        + (bad.count() == 0
                                ? "."
                                : "; the first says: " + bad.first().getFirst().reason() + "."));
            }
            return null;
        } catch (IOException e) {
            throw new CannotReplay("The file cannot be read: " + e.getClass().getSimpleName() + ".");
        }
    }

    private void refuseWhenBusy(Replay.Order order) {
        if (board.isLiveSince(order.instrument(), clock.instant().minus(LIVE))) {
            throw Problem.conflict(
                    "feed_is_live",
                    "A live feed delivers " + order.instrument()
                            + " right now; replay it as another instrument or start with MOA_FEEDS=none.");
        }
        if (replays.values().stream()
                .anyMatch(
                        other -> other.isRunning() && other.order().instrument().equals(order.instrument()))) {
            throw Problem.conflict("replay_running", "A replay of " + order.instrument() + " is still running.");
        }
        if (replays.values().stream().filter(Replay::isRunning).count() >= AT_ONCE) {
            throw Problem.conflict("too_many_replays", "At most " + AT_ONCE + " replays run at once.");
        }
    }

    private void run(Replay replay) {
        Player player = replay.order().interval() == null
                ? new TradePlayer(replay, candles, board)
                : new CandlePlayer(replay, candles, board);
        try {
            Duration later = Duration.ZERO;
            do {
                later = player.playOnce(later);
                replay.roundDone();
            } while (replay.order().loop() && later != null && !replay.isCancelled());
            player.finish();
            replay.end(
                    replay.isCancelled() ? Replay.State.CANCELLED : Replay.State.DONE,
                    replay.isCancelled() ? "It was cancelled." : null,
                    clock.instant());
        } catch (CannotReplay reason) {
            replay.end(Replay.State.FAILED, reason.getMessage(), clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            replay.end(Replay.State.CANCELLED, "The service stops.", clock.instant());
        } catch (IOException | RuntimeException failure) {
            LOG.error("replay {} failed", replay.id(), failure);
            replay.end(Replay.State.FAILED, "It failed; the log of market-collector says why.", clock.instant());
        }
        LOG.info(
                "replay {} of {}: {}, {} rows, {} bad lines",
                replay.id(),
                replay.order().instrument(),
                replay.state(),
                replay.rows(),
                replay.badLines().count());
    }

    @PreDestroy
    void stop() {
        replays.values().forEach(Replay::cancel);
    }
}
