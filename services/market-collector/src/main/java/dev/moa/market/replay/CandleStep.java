package dev.moa.market.replay;

import dev.moa.domain.candle.Interval;
import dev.moa.market.candle.GivenCandle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** Tells a candle file's interval from the smallest step between its first candles. */
final class CandleStep {
    private static final int LOOKED_AT = 10_000;

    private CandleStep() {}

    static Interval of(Path path) {
        Duration smallest = smallest(path);
        return Arrays.stream(Interval.values())
                .filter(interval -> interval.duration().equals(smallest))
                .findFirst()
                .orElseThrow(() -> new CannotReplay("The candles are " + words(smallest)
                        + " apart; kept are 1m, 3m, 5m, 15m, 30m, 1h, 4h and 1d."));
    }

    private static Duration smallest(Path path) {
        Duration smallest = null;
        try (ReplayFile file = ReplayFile.open(path, new BadLines())) {
            GivenCandle before = file.nextCandle();
            if (before == null) {
                throw new CannotReplay("The file has no good line.");
            }
            for (GivenCandle next = file.nextCandle();
                    next != null && file.goodLines() < LOOKED_AT;
                    next = file.nextCandle()) {
                Duration step = Duration.between(before.openTime(), next.openTime());
                smallest = smallest == null || step.compareTo(smallest) < 0 ? step : smallest;
                before = next;
            }
        } catch (IOException e) {
            throw new CannotReplay("The file cannot be read: " + e.getClass().getSimpleName() + ".");
        }
        if (smallest == null) {
            throw new CannotReplay("One candle does not tell its interval; two good lines in rising order are needed.");
        }
        return smallest;
    }

    private static String words(Duration step) {
        if (step.toDays() > 0 && step.equals(Duration.ofDays(step.toDays()))) {
            return step.toDays() + " days";
        }
        return step.toMinutes() > 0 && step.equals(Duration.ofMinutes(step.toMinutes()))
                ? step.toMinutes() + " minutes"
                : step.toSeconds() + " seconds";
    }
}
