package dev.moa.platform.live;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription with its own small queue and virtual thread, so that a slow listener holds up nobody else. */
final class Listener implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int WAITING = 2048;

    private final String pattern;
    private final BiConsumer<String, String> action;
    private final Consumer<Listener> onClose;
    private final BlockingQueue<String[]> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;

    Listener(String pattern, BiConsumer<String, String> action, Consumer<Listener> onClose) {
        this.pattern = pattern;
        this.action = action;
        this.onClose = onClose;
        this.thread = Thread.ofVirtual().name("redis " + pattern).start(this::run);
    }

    String pattern() {
        return pattern;
    }

    void offer(String channel, String message) {
        String[] item = {channel, message};
        while (!waiting.offer(item)) {
            waiting.poll();
        }
    }

    private void run() {
        try {
            while (true) {
                String[] item = waiting.take();
                tell(item[0], item[1]);
            }
        } catch (InterruptedException stop) {
            LOG.debug("listener of {} ends", pattern);
        }
    }

    private void tell(String channel, String message) {
        try {
            action.accept(channel, message);
        } catch (RuntimeException failure) {
            LOG.warn("a message on {} could not be used", channel, failure);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        onClose.accept(this);
    }
}
