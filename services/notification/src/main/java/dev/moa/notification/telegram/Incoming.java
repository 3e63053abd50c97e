package dev.moa.notification.telegram;

import java.util.Optional;

/**
 * One update. Everything but a text that a person wrote here and now in a private chat, or a button that was pressed there (edited,
 * forwarded, in a group, by a bot, an unreadable update) comes without either and is only counted.
 */
public record Incoming(long updateId, Optional<DirectText> text, Optional<Press> press) {

    /** A press on a button under one of our messages in a private chat; the chat id is also the presser's id. */
    public record Press(String callbackId, long chatId, String data) {}

    /** The chat whose turn it is; 0 for none. */
    public long chatId() {
        return text.map(DirectText::chatId).or(() -> press.map(Press::chatId)).orElse(0L);
    }

    /** The chat id is also the sender's id: in a private chat they are the same, and it was checked. */
    public record DirectText(long chatId, String text, String languageCode) {}
}
