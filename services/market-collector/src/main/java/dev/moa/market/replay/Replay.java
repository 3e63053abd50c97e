package dev.moa.market.replay;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One replay: what was asked for, and how far it is. */
final class Replay {
    /** What is replayed; {@code interval} is null for trades. */
    record Order(Path file, InstrumentId instrument, Interval interval, Speed speed, boolean loop) {
        String kind() {
            return interval == null ? "trades" : "candles";
        }
    }

    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private final UUID id;
    private final Order order;
    private final Instant startedAt;
    private final BadLines badLines = new BadLines();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile State state = State.RUNNING;
    private volatile Instant finishedAt;
    private volatile String message;

    Replay(UUID id, Order order, Instant startedAt) {
        this.id = id;
        this.order = order;
        this.startedAt = startedAt;
    }

    void read(int count, int storedCount) {
        rows.addAndGet(count);
        stored.addAndGet(storedCount);
    }

    void roundDone() {
        rounds.incrementAndGet();
    }

    void end(State how, String why, Instant now) {
        finishedAt = now;
        message = why;
        state = how;
        ended.countDown();
    }

    void cancel() {
        cancelled.countDown();
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    CountDownLatch cancelled() {
        return cancelled;
    }

    CountDownLatch ended() {
        return ended;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    UUID id() {
        return id;
    }

    Order order() {
        return order;
    }

    State state() {
        return state;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    String message() {
        return message;
    }

    BadLines badLines() {
        return badLines;
    }

    long rows() {
        return rows.get();
    }

    long stored() {
        return stored.get();
    }

    int rounds() {
        return rounds.get();
    }
}
