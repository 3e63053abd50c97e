package dev.moa.notification.telegram;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** The installation's bot, as the polling thread last saw it. */
@Singleton
public class TelegramBot {
    private final TelegramSettings settings;
    private volatile Condition condition;
    private volatile String username;

    TelegramBot(TelegramSettings settings) {
        this.settings = settings;
        this.condition = settings.isOn() ? Condition.STARTING : Condition.OFF;
    }

    /** Whether the installation has a bot at all. */
    public boolean isOn() {
        return settings.isOn();
    }

    /** The bot's own number; only while it {@link #isOn()}. */
    public long id() {
        return settings.botId();
    }

    public Condition condition() {
        return condition;
    }

    /** Known as soon as Telegram has told it once. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** The address that opens a chat with the bot and shows it the code. */
    public Optional<String> link(String code) {
        return username().map(name -> settings.link(name, code));
    }

    void introducedAs(String name) {
        username = name;
    }

    void works() {
        condition = Condition.WORKING;
    }

    void failed(TelegramFailure failure) {
        condition = switch (failure.status()) {
            case 401, 404 -> Condition.TOKEN_REFUSED;
            case 409 -> Condition.POLLED_ELSEWHERE;
            default -> Condition.AWAY;
        };
    }

    boolean canSend() {
        return settings.isOn() && condition != Condition.TOKEN_REFUSED;
    }

    /** How it is doing. */
    public enum Condition {
        OFF,
        STARTING,
        WORKING,
        AWAY,
        /** Another program, or a webhook, reads this bot's updates. */
        POLLED_ELSEWHERE,
        TOKEN_REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
