package dev.moa.notification.telegram;

import java.time.Duration;
import java.util.Optional;

/**
 * A call of the Bot API that brought no result. Carries words of ours only: neither the address (it holds the token) nor
 * a cause that might name it.
 *
 * @see #unknown() whether the call may have had its effect nevertheless
 */
final class TelegramFailure extends Exception {
    private final int status;
    private final boolean unknown;
    private final transient Optional<Duration> retryAfter;

    private TelegramFailure(int status, boolean unknown, String reason, Optional<Duration> retryAfter) {
        super(reason, null, false, false);
        this.status = status;
        this.unknown = unknown;
        this.retryAfter = retryAfter;
    }

    /** The API refused: it did not do it. */
    static TelegramFailure refused(int status, String reason, Optional<Duration> retryAfter) {
        return new TelegramFailure(status, status >= 500, reason, retryAfter);
    }

    /** No connection came about: nothing was asked. */
    static TelegramFailure unreachable() {
        return new TelegramFailure(0, false, "Telegram cannot be reached", Optional.empty());
    }

    /** Asked, and no readable answer. */
    static TelegramFailure unanswered() {
        return new TelegramFailure(0, true, "Telegram did not answer", Optional.empty());
    }

    /** HTTP status, 0 without an answer. */
    int status() {
        return status;
    }

    boolean unknown() {
        return unknown;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The token does not count, or somebody else polls: nothing to do with one message. */
    boolean concernsTheBot() {
        return status == 401 || status == 404 || status == 409;
    }
}
