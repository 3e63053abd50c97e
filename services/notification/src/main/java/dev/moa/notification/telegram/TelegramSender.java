package dev.moa.notification.telegram;

import dev.moa.notification.delivery.Outcome;
import dev.moa.notification.delivery.Outlet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

@Singleton
class TelegramSender implements Outlet {
    private static final String REPEAT = "↻ <i>repeat? · 다시 보냄</i>\n";
    private static final Duration BOT_TROUBLE = Duration.ofMinutes(1);

    private final TelegramApi api;
    private final TelegramBot bot;

    TelegramSender(TelegramApi api, TelegramBot bot) {
        this.api = api;
        this.bot = bot;
    }

    @Override
    public boolean isOpen() {
        return bot.canSend();
    }

    @Override
    public Outcome send(String address, String text, String buttons, boolean mayBeRepeat) {
        try {
            api.sendMessage(address, mayBeRepeat ? REPEAT + text : text, buttons);
            return new Outcome.Sent();
        } catch (TelegramFailure failure) {
            return outcome(failure);
        }
    }

    private static Outcome outcome(TelegramFailure failure) {
        String reason = failure.getMessage();
        Optional<Duration> wait = failure.retryAfter();
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get(), reason);
        }
        if (failure.concernsTheBot()) {
            return new Outcome.Wait(BOT_TROUBLE, reason);
        }
        boolean refused = failure.status() >= 400 && failure.status() < 500 && failure.status() != 429;
        return refused ? new Outcome.Refused(reason) : new Outcome.Failed(failure.unknown(), reason);
    }
}
