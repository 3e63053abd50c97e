package dev.moa.notification.chat;

import dev.moa.notification.approval.ApprovalTalk;
import dev.moa.notification.delivery.DeliveryDraft;
import dev.moa.notification.preference.Language;
import dev.moa.notification.preference.People;
import dev.moa.notification.telegram.Incoming;
import dev.moa.notification.telegram.Incoming.DirectText;
import dev.moa.notification.telegram.Incoming.Press;
import dev.moa.notification.telegram.IncomingHandler;
import dev.moa.notification.telegram.TelegramBot;
import dev.moa.notification.telegram.TelegramCallbacks;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One update at a time: who wrote, what is wanted, what is answered. Whatever needs another service is asked before the
 * transaction in which the update has its effect.
 */
@Singleton
class ChatCommands implements IncomingHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ChatCommands.class);

    private final UpdateLog log;
    private final ChatLinking linking;
    private final Strangers strangers;
    private final Reports reports;
    private final People people;
    private final TelegramBot bot;
    private final ApprovalTalk approvals;
    private final TelegramCallbacks callbacks;

    ChatCommands(
            UpdateLog log,
            ChatLinking linking,
            Strangers strangers,
            Reports reports,
            People people,
            TelegramBot bot,
            ApprovalTalk approvals,
            TelegramCallbacks callbacks) {
        this.log = log;
        this.linking = linking;
        this.strangers = strangers;
        this.reports = reports;
        this.people = people;
        this.bot = bot;
        this.approvals = approvals;
        this.callbacks = callbacks;
    }

    @Override
    public void handle(Incoming incoming) {
        if (log.has(incoming.updateId())) {
            return;
        }
        try {
            incoming.press().map(Press::callbackId).ifPresent(callbacks::heard);
            log.once(
                    incoming.updateId(),
                    incoming.text()
                            .map(this::effect)
                            .or(() -> incoming.press().map(this::pressed))
                            .orElse(Optional::empty));
        } catch (Problem away) {
            throw away;
        } catch (RuntimeException unexpected) {
            // An update we cannot digest must not be handed to us for ever.
            LOG.error("update {} was given up", incoming.updateId(), unexpected);
            log.once(incoming.updateId(), Optional::empty);
        }
    }

    private Supplier<Optional<DeliveryDraft>> effect(DirectText message) {
        Command command = Command.of(message.text(), bot.username().orElse(""));
        return linking.linkOfChat(message.chatId())
                .map(link -> known(link, command))
                .orElseGet(() -> stranger(message, command));
    }

    private Supplier<Optional<DeliveryDraft>> known(ChatLink link, Command command) {
        Language language = people.find(link.userId()).language();
        return switch (command.name()) {
            case "status" -> reply(link, reports.status(link.userId(), language));
            case "positions" -> reply(link, reports.positions(link.userId(), language));
            case "approvals" -> said(link, approvals.list(link.userId(), language), language);
            case "unlink", "stop" -> () -> unlinked(link, language);
            case "start" ->
                command.argument().isEmpty()
                        ? reply(link, Wordings.help(language))
                        : () -> Optional.of(draft(link, shown(link, command.argument(), language)));
            case Command.FOR_ANOTHER_BOT -> Optional::empty;
            default -> reply(link, Wordings.help(language));
        };
    }

    /** Only the linked person's press counts; a stranger's leads to nothing. */
    private Supplier<Optional<DeliveryDraft>> pressed(Press press) {
        return linking.linkOfChat(press.chatId())
                .map(link -> {
                    Language language = people.find(link.userId()).language();
                    return said(link, approvals.pressed(link.userId(), press.data(), language), language);
                })
                .orElse(Optional::empty);
    }

    private Supplier<Optional<DeliveryDraft>> said(ChatLink link, ApprovalTalk.Said said, Language language) {
        return () -> Optional.of(draft(link, said.text()).with(approvals.remember(link.userId(), said, language)));
    }

    private Supplier<Optional<DeliveryDraft>> stranger(DirectText message, Command command) {
        Language language = Language.of(message.languageCode());
        long chat = message.chatId();
        if (!command.name().equals("start") || command.argument().isEmpty()) {
            return () -> strangers.answer(chat, Wordings.howToLink(language));
        }
        return () -> switch (linking.bind(chat, command.argument())) {
            case LINKED -> linking.linkOfChat(chat).map(this::welcome);
            case REFUSED, CHAT_TAKEN -> strangers.answer(chat, Wordings.howToLink(language));
        };
    }

    private String shown(ChatLink link, String code, Language language) {
        return switch (linking.bind(link.chatId(), code)) {
            case LINKED -> Wordings.linked(language);
            case REFUSED -> Wordings.codeRefused(language);
            case CHAT_TAKEN -> Wordings.chatTaken(language);
        };
    }

    private Optional<DeliveryDraft> unlinked(ChatLink link, Language language) {
        linking.unlink(link.userId());
        return Optional.of(draft(link, Wordings.unlinked(language)));
    }

    private DeliveryDraft welcome(ChatLink link) {
        return draft(link, Wordings.linked(people.find(link.userId()).language()));
    }

    private static Supplier<Optional<DeliveryDraft>> reply(ChatLink link, String text) {
        return () -> Optional.of(draft(link, text));
    }

    private static DeliveryDraft draft(ChatLink link, String text) {
        return new DeliveryDraft(link.userId(), null, link.address(), text);
    }
}
