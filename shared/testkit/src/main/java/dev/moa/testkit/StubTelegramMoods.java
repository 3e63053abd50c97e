package dev.moa.testkit;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How {@link StubTelegram} misbehaves. */
final class StubTelegramMoods {
    private int failures;
    private int failureStatus;
    private int drops;
    private int away;
    private int impatient;
    private boolean warned;
    private long closedUntil = System.nanoTime();
    private Duration delay = Duration.ZERO;
    private final Set<Long> blocked = new HashSet<>();

    synchronized void fail(int times, int status) {
        failures = times;
        failureStatus = status;
    }

    synchronized void tooManyFor(Duration wait) {
        closedUntil = System.nanoTime() + wait.toNanos();
        warned = false;
    }

    synchronized void drop(int times) {
        drops = times;
    }

    synchronized void slow(Duration by) {
        delay = by;
    }

    synchronized void block(long chatId) {
        blocked.add(chatId);
    }

    synchronized void away(int status) {
        away = status;
    }

    synchronized int awayStatus() {
        return away;
    }

    synchronized Duration delay() {
        return delay;
    }

    synchronized int impatient() {
        return impatient;
    }

    synchronized void clear() {
        failures = 0;
        drops = 0;
        away = 0;
        impatient = 0;
        closedUntil = System.nanoTime();
        delay = Duration.ZERO;
        blocked.clear();
    }

    synchronized StubTelegramReply around(Map<String, Object> parameters, Supplier<StubTelegramReply> send) {
        long left = closedUntil - System.nanoTime();
        if (left > 0) {
            impatient += warned ? 1 : 0;
            warned = true;
            long seconds = Duration.ofNanos(left).toSeconds() + 1;
            return StubTelegramReply.error(
                    429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
        }
        if (blocked.contains(StubTelegram.number(parameters, "chat_id"))) {
            return StubTelegramReply.error(403, "Forbidden: bot was blocked by the user");
        }
        if (failures > 0) {
            failures--;
            return StubTelegramReply.error(failureStatus, "Bad Gateway");
        }
        StubTelegramReply reply = send.get();
        if (drops > 0) {
            drops--;
            return StubTelegramReply.LOST;
        }
        return reply;
    }
}
