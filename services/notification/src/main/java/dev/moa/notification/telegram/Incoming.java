package dev.moa.notification.telegram;

import java.util.Optional;

/**
 * One update. Everything but a text that a person wrote here and now in a private chat (edited, forwarded, in a group,
 * by a bot, a button, an unreadable update) comes without a text and is only counted.
 */
public record Incoming(long updateId, Optional<DirectText> text) {

    /** The chat id is also the sender's id: in a private chat they are the same, and it was checked. */
    public record DirectText(long chatId, String text, String languageCode) {}
}
