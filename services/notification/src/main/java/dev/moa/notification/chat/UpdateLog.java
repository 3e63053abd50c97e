package dev.moa.notification.chat;

import dev.moa.notification.delivery.Deliveries;
import dev.moa.notification.delivery.DeliveryDraft;
import dev.moa.notification.telegram.TelegramBot;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Which updates have had their effect. */
@Singleton
class UpdateLog {
    private final ChatStore store;
    private final TelegramBot bot;
    private final Deliveries deliveries;
    private final Sql sql;
    private final Clock clock;

    UpdateLog(ChatStore store, TelegramBot bot, Deliveries deliveries, Sql sql, Clock clock) {
        this.store = store;
        this.bot = bot;
        this.deliveries = deliveries;
        this.sql = sql;
        this.clock = clock;
    }

    boolean has(long updateId) {
        return store.isKnown(bot.id(), updateId);
    }

    /** Effect, answer and the update's number are one transaction, so a second time nothing happens. */
    void once(long updateId, Supplier<Optional<DeliveryDraft>> effect) {
        Instant now = clock.instant();
        sql.inTransaction(() -> {
            if (store.take(bot.id(), updateId, now)) {
                effect.get().ifPresent(deliveries::enqueue);
            }
        });
    }
}
