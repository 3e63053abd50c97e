package dev.moa.notification.chat;

import dev.moa.notification.chat.TelegramView.LinkView;
import dev.moa.notification.chat.TelegramView.TestView;
import dev.moa.notification.delivery.Deliveries;
import dev.moa.notification.delivery.DeliveryDraft;
import dev.moa.notification.preference.People;
import dev.moa.notification.telegram.TelegramBot;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What a signed-in person does with their Telegram chat. */
@Singleton
class TelegramAccess {
    private static final int SHOWN_DIGITS = 3;

    private final ChatLinking linking;
    private final Deliveries deliveries;
    private final People people;
    private final TelegramBot bot;
    private final Sql sql;

    TelegramAccess(ChatLinking linking, Deliveries deliveries, People people, TelegramBot bot, Sql sql) {
        this.linking = linking;
        this.deliveries = deliveries;
        this.people = people;
        this.bot = bot;
        this.sql = sql;
    }

    LinkView register(UUID userId) {
        requireBot();
        ChatLinking.Code code = linking.newCode(userId);
        String link = bot.link(code.code()).orElseThrow(() -> new DependencyAway("telegram"));
        return new LinkView(link, code.code(), code.expiresAt());
    }

    TelegramView view(UUID userId) {
        Optional<ChatLink> link = linking.linkOf(userId);
        return new TelegramView(
                bot.isOn(),
                bot.condition().word(),
                bot.username().orElse(null),
                link.isPresent(),
                link.map(TelegramAccess::shownEnd).orElse(null),
                link.map(ChatLink::linkedAt).orElse(null));
    }

    void unlink(UUID userId) {
        String lastWord = Wordings.unlinked(people.find(userId).language());
        sql.inTransaction(() -> linking.unlink(userId)
                .ifPresent(link -> deliveries.enqueue(new DeliveryDraft(userId, null, link.address(), lastWord))));
    }

    TestView sendTest(UUID userId) {
        requireBot();
        String address = linking.addressOf(userId)
                .orElseThrow(
                        () -> Problem.conflict("telegram_not_linked", "No Telegram chat is linked to your account."));
        String text = Wordings.test(people.find(userId).language());
        deliveries.enqueue(new DeliveryDraft(userId, null, address, text));
        return new TestView("pending");
    }

    private void requireBot() {
        if (!bot.isOn()) {
            throw Problem.conflict("telegram_off", "This installation has no Telegram bot; its admin can set one up.");
        }
    }

    private static String shownEnd(ChatLink link) {
        String number = link.address();
        return "…" + number.substring(Math.max(0, number.length() - SHOWN_DIGITS));
    }
}
