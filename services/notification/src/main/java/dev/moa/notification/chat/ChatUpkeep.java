package dev.moa.notification.chat;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Telegram keeps updates for a day, so a week of their numbers is plenty. */
@Singleton
class ChatUpkeep {
    private static final Duration UPDATES = Duration.ofDays(7);
    private static final Duration STRANGERS = Duration.ofDays(1);

    private final ChatStore store;
    private final Clock clock;

    ChatUpkeep(ChatStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "9m", fixedDelay = "1h")
    void trim() {
        store.forgetUpdates(clock.instant().minus(UPDATES));
        store.forgetStrangers(clock.instant().minus(STRANGERS));
    }
}
