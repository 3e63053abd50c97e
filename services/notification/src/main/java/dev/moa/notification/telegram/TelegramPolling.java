package dev.moa.notification.telegram;

import dev.moa.notification.telegram.TelegramMessages.Update;
import dev.moa.platform.problem.Problem;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one reader of the bot's updates. What it confirms to Telegram has been committed here before. */
@Singleton
class TelegramPolling {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramPolling.class);
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{3,64}");
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final TelegramApi api;
    private final TelegramSettings settings;
    private final TelegramBotStore store;
    private final IncomingHandler handler;
    private final TelegramBot bot;
    private volatile Thread thread;

    TelegramPolling(
            TelegramApi api,
            TelegramSettings settings,
            TelegramBotStore store,
            IncomingHandler handler,
            TelegramBot bot) {
        this.api = api;
        this.settings = settings;
        this.store = store;
        this.handler = handler;
        this.bot = bot;
    }

    @EventListener
    void started(ServerStartupEvent event) {
        if (settings.isOn()) {
            thread = Thread.ofVirtual().name("telegram-polling").start(this::run);
        } else {
            LOG.info("MOA_TELEGRAM_BOT_TOKEN is not set: Telegram is off");
        }
    }

    @EventListener
    void stopping(ShutdownEvent event) {
        stop();
    }

    @PreDestroy
    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        int failures = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration pause = once(failures);
                failures = pause.isZero() ? 0 : failures + 1;
                Thread.sleep(pause);
            }
        } catch (InterruptedException stopping) {
            LOG.debug("polling ends");
        }
    }

    /** One round; answers how long to pause before the next, nothing after a success. */
    private Duration once(int failures) {
        try {
            introduce();
            poll(failures == 0 ? settings.poll() : Duration.ZERO);
            bot.works();
            return Duration.ZERO;
        } catch (TelegramFailure failure) {
            if (failures == 0) {
                LOG.warn("{}; trying again", failure.getMessage());
            }
            bot.failed(failure);
            return failure.retryAfter().orElseGet(() -> pauseAfter(failures));
        } catch (Problem away) {
            LOG.debug("updates wait: {}", away.getMessage());
        } catch (RuntimeException unexpected) {
            LOG.error("updates wait", unexpected);
        }
        return pauseAfter(failures);
    }

    private static Duration pauseAfter(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void introduce() throws TelegramFailure {
        if (bot.username().isPresent()) {
            return;
        }
        String username = api.getMe().username();
        if (username == null || !USERNAME.matcher(username).matches()) {
            throw TelegramFailure.unanswered();
        }
        store.save(settings.botId(), username);
        bot.introducedAs(username);
        bot.works();
        LOG.info("Telegram bot {} is at work", username);
    }

    /** After a failure without waiting, so that it is soon known whether things are well again. */
    private void poll(Duration wait) throws TelegramFailure {
        long botId = settings.botId();
        List<Update> updates = api.getUpdates(store.nextUpdate(botId), wait);
        if (updates.isEmpty()) {
            return;
        }
        handle(updates.stream().map(Update::incoming).toList());
        store.advance(botId, updates.stream().mapToLong(Update::updateId).max().orElseThrow() + 1);
    }

    /** Each chat's messages in order; the chats beside each other, so that a slow answer holds up only its own. */
    private void handle(List<Incoming> updates) {
        Map<Long, List<Incoming>> byChat = updates.stream().collect(Collectors.groupingBy(Incoming::chatId));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = byChat.values().stream()
                    .<Future<?>>map(chat -> threads.submit(() -> chat.forEach(handler::handle)))
                    .toList();
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping", stopping);
        }
    }
}
