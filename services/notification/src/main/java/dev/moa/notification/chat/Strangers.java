package dev.moa.notification.chat;

import dev.moa.notification.delivery.DeliveryDraft;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Chats that are not linked get one and the same answer, and only so often. */
@Singleton
class Strangers {
    static final int MOST_ANSWERS = 5;

    private final ChatStore store;
    private final Clock clock;

    Strangers(ChatStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<DeliveryDraft> answer(long chat, String text) {
        Instant now = clock.instant();
        int answers =
                store.count(chat, false, now, now.minus(ChatLinking.WINDOW)).answers();
        return answers > MOST_ANSWERS
                ? Optional.empty()
                : Optional.of(new DeliveryDraft(null, null, Long.toString(chat), text));
    }
}
