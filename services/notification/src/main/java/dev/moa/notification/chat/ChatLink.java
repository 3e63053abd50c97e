package dev.moa.notification.chat;

import java.time.Instant;
import java.util.UUID;

/** A person's private chat with the bot. */
record ChatLink(UUID userId, long botId, long chatId, Instant linkedAt) {

    /** As a delivery's address. */
    String address() {
        return Long.toString(chatId);
    }
}
