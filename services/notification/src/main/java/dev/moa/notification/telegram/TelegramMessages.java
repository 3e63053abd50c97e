package dev.moa.notification.telegram;

import dev.moa.notification.telegram.Incoming.DirectText;
import dev.moa.notification.telegram.Incoming.Press;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/** What the Bot API says and hears, named as in its documents; only the members we look at. */
final class TelegramMessages {

    private TelegramMessages() {}

    @Serdeable
    record Answer(
            boolean ok,
            @Nullable JsonNode result,
            @Nullable Integer errorCode,
            @Nullable String description,
            @Nullable Parameters parameters) {}

    @Serdeable
    record Parameters(@Nullable Long retryAfter, @Nullable Long migrateToChatId) {}

    @Serdeable
    record User(
            long id,
            @Nullable Boolean isBot,
            @Nullable String username,
            @Nullable String languageCode) {}

    @Serdeable
    record Chat(long id, @Nullable String type) {}

    @Serdeable
    record Update(
            long updateId,
            @Nullable Message message,
            @Nullable CallbackQuery callbackQuery) {

        Incoming incoming() {
            return new Incoming(
                    updateId,
                    Optional.ofNullable(message).filter(Message::isDirect).map(Message::directText),
                    Optional.ofNullable(callbackQuery)
                            .filter(CallbackQuery::isDirect)
                            .map(CallbackQuery::press));
        }
    }

    @Serdeable
    record CallbackQuery(
            @Nullable String id,
            @Nullable User from,
            @Nullable Message message,
            @Nullable String data) {
        private static final int LONGEST = 64;

        /** Whether a person pressed it in a private chat with the bot. */
        boolean isDirect() {
            return id != null
                    && data != null
                    && data.length() <= LONGEST
                    && from != null
                    && !Boolean.TRUE.equals(from.isBot())
                    && message != null
                    && message.chat() != null
                    && "private".equals(message.chat().type())
                    && message.chat().id() == from.id();
        }

        Press press() {
            return new Press(id, from.id(), data);
        }
    }

    /** The forward members are only looked at for being there. */
    @Serdeable
    record Message(
            @Nullable User from,
            @Nullable Chat chat,
            @Nullable Chat senderChat,
            @Nullable User viaBot,
            @Nullable String text,
            @Nullable Long editDate,
            @Nullable JsonNode forwardOrigin,
            @Nullable JsonNode forwardFrom,
            @Nullable JsonNode forwardFromChat,
            @Nullable String forwardSenderName,
            @Nullable Long forwardDate,
            @Nullable Boolean isAutomaticForward) {

        /** Whether a person wrote it here and now, in a private chat with the bot. */
        boolean isDirect() {
            return from != null
                    && chat != null
                    && text != null
                    && "private".equals(chat.type())
                    && from.id() == chat.id()
                    && !Boolean.TRUE.equals(from.isBot())
                    && senderChat == null
                    && viaBot == null
                    && editDate == null
                    && !isForwarded();
        }

        DirectText directText() {
            return new DirectText(chat.id(), text, from.languageCode());
        }

        private boolean isForwarded() {
            return forwardOrigin != null
                    || forwardFrom != null
                    || forwardFromChat != null
                    || forwardSenderName != null
                    || forwardDate != null
                    || Boolean.TRUE.equals(isAutomaticForward);
        }
    }

    @Serdeable
    record GetUpdates(long offset, int limit, long timeout, List<String> allowedUpdates) {}

    @Serdeable
    record SendMessage(
            String chatId,
            String text,
            String parseMode,
            LinkPreviewOptions linkPreviewOptions,
            @Nullable JsonNode replyMarkup) {}

    @Serdeable
    record AnswerCallbackQuery(String callbackQueryId) {}

    @Serdeable
    record LinkPreviewOptions(
            @com.fasterxml.jackson.annotation.JsonProperty("is_disabled")
            boolean disabled) {}
}
