package dev.moa.notification.telegram;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Telegram that a press on a button was heard, so that the button stops spinning. */
@Singleton
public class TelegramCallbacks {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramCallbacks.class);

    private final TelegramApi api;

    TelegramCallbacks(TelegramApi api) {
        this.api = api;
    }

    /** Only courtesy: what the press led to is told in a message of its own. */
    public void heard(String callbackId) {
        try {
            api.answerCallbackQuery(callbackId);
        } catch (TelegramFailure failure) {
            LOG.debug("a press was heard, but Telegram was not told: {}", failure.getMessage());
        }
    }
}
