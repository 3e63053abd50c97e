package dev.moa.notification.chat;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * How it stands with Telegram.
 *
 * @param enabled false when the installation has no bot
 * @param state off, starting, working, away, polled_elsewhere or token_refused
 * @param chat the end of the linked chat's number
 */
@Serdeable
record TelegramView(
        boolean enabled,
        String state,
        @Nullable String bot,
        boolean linked,
        @Nullable String chat,
        @Nullable Instant linkedAt) {

    /** A fresh one-time link; following it and pressing Start binds that chat. */
    @Serdeable
    record LinkView(String link, String code, Instant expiresAt) {}

    /** The message is on its way. */
    @Serdeable
    record TestView(String status) {}
}
