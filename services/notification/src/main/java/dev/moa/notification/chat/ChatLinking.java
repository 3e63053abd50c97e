package dev.moa.notification.chat;

import dev.moa.crypto.token.Tokens;
import dev.moa.notification.delivery.Deliveries;
import dev.moa.notification.delivery.DeliveryDraft;
import dev.moa.notification.telegram.TelegramBot;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Binds a private chat to a person: who holds the account asks for a code, who holds the chat shows it, once. */
@Singleton
public class ChatLinking {
    static final Duration CODE_LIFE = Duration.ofMinutes(15);
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST_GUESSES = 5;

    private static final int CODE_BYTES = 16;

    private final ChatStore store;
    private final TelegramBot bot;
    private final Deliveries deliveries;
    private final Clock clock;

    ChatLinking(ChatStore store, TelegramBot bot, Deliveries deliveries, Clock clock) {
        this.store = store;
        this.bot = bot;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Where this person hears from us; empty while no chat of the present bot is linked. */
    public Optional<String> addressOf(UUID userId) {
        return linkOf(userId).map(ChatLink::address);
    }

    /**
     * The same within a transaction, for something that is put on its way to that chat: until the commit the chat stays
     * theirs, so that whoever unlinks it afterwards gives that up as well.
     */
    public Optional<String> addressHeldFor(UUID userId) {
        return bot.isOn()
                ? store.holdLinkOf(userId)
                        .filter(link -> link.botId() == bot.id())
                        .map(ChatLink::address)
                : Optional.empty();
    }

    Optional<ChatLink> linkOf(UUID userId) {
        return bot.isOn() ? store.linkOf(userId).filter(link -> link.botId() == bot.id()) : Optional.empty();
    }

    Optional<ChatLink> linkOfChat(long chatId) {
        return store.linkOfChat(bot.id(), chatId);
    }

    /** A new code; an older one of the same person stops counting. */
    Code newCode(UUID userId) {
        String code = Tokens.random(CODE_BYTES);
        Instant expiresAt = clock.instant().plus(CODE_LIFE);
        store.saveCode(Tokens.sha256Hex(code), userId, expiresAt);
        return new Code(code, expiresAt);
    }

    /** Part of the running transaction, like the update that brought the code. */
    Binding bind(long chatId, String code) {
        Instant now = clock.instant();
        if (store.count(chatId, true, now, now.minus(WINDOW)).guesses() > MOST_GUESSES) {
            return Binding.REFUSED;
        }
        Optional<UUID> owner = store.ownerOfCode(Tokens.sha256Hex(code), now);
        if (owner.isEmpty()) {
            return Binding.REFUSED;
        }
        if (linkOfChat(chatId)
                .filter(link -> !link.userId().equals(owner.get()))
                .isPresent()) {
            return Binding.CHAT_TAKEN;
        }
        store.removeCode(owner.get());
        move(new ChatLink(owner.get(), bot.id(), chatId, now));
        return Binding.LINKED;
    }

    private void move(ChatLink link) {
        Optional<ChatLink> before = store.linkOf(link.userId());
        store.saveLink(link);
        before.filter(old -> old.chatId() != link.chatId()).ifPresent(old -> {
            deliveries.dropAllTo(old.address(), "another chat was linked");
            deliveries.enqueue(new DeliveryDraft(null, null, old.address(), Wordings.movedAway()));
        });
    }

    /** Part of the running transaction. What still waits for the chat is given up; answers the chat that was linked. */
    Optional<ChatLink> unlink(UUID userId) {
        Optional<ChatLink> link = store.linkOf(userId);
        link.ifPresent(gone -> {
            store.removeLink(userId);
            deliveries.dropAllTo(gone.address(), "the chat was unlinked");
        });
        return link;
    }

    /** A code as it is shown to its owner, once. */
    record Code(String code, Instant expiresAt) {}

    /** What a shown code brought about. */
    enum Binding {
        LINKED,
        /** The code does not count, or this chat has shown too many. */
        REFUSED,
        /** The chat belongs to somebody else already; the code stays good. */
        CHAT_TAKEN
    }
}
