package dev.moa.notification.telegram;

import dev.moa.notification.telegram.TelegramBot.Condition;
import dev.moa.platform.health.Part;
import jakarta.inject.Singleton;
import java.util.Map;

/** Tells at {@code /health} how the bot is doing. An installation without a bot lacks nothing. */
@Singleton
class TelegramPart implements Part {
    private final TelegramBot bot;

    TelegramPart(TelegramBot bot) {
        this.bot = bot;
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public boolean isUp() {
        return bot.condition() == Condition.WORKING || bot.condition() == Condition.OFF;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("condition", bot.condition().word());
    }
}
