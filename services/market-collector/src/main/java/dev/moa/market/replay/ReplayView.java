package dev.moa.market.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How far a replay is. {@code stored} counts the trades that were new, or all candles. */
@Serdeable
record ReplayView(
        UUID replayId,
        String state,
        String instrument,
        String kind,
        String interval,
        String speed,
        boolean loop,
        int rounds,
        long rows,
        long stored,
        long badLines,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<ErrorView> firstErrors,
        long rowsPerSecond,
        Instant startedAt,
        Instant finishedAt,
        String message) {

    @Serdeable
    record ErrorView(long line, String message) {}

    static ReplayView of(Replay replay, Instant now) {
        Replay.Order order = replay.order();
        Instant until = replay.finishedAt() == null ? now : replay.finishedAt();
        long millis = Math.max(1, Duration.between(replay.startedAt(), until).toMillis());
        return new ReplayView(
                replay.id(),
                replay.state().name().toLowerCase(Locale.ROOT),
                order.instrument().toString(),
                order.kind(),
                order.interval() == null ? null : order.interval().code(),
                order.speed().text(),
                order.loop(),
                replay.rounds(),
                replay.rows(),
                replay.stored(),
                replay.badLines().count(),
                replay.badLines().first().stream()
                        .map(bad -> new ErrorView(bad.line(), bad.reason()))
                        .toList(),
                replay.rows() * 1000 / millis,
                replay.startedAt(),
                replay.finishedAt(),
                replay.message());
    }
}
