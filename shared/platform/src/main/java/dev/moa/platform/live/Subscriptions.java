package dev.moa.platform.live;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection for all subscriptions. Lettuce keeps it and its patterns alive once it has been made; making it for
 * the first time is tried until Redis is there.
 */
@Singleton
class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    private static final Duration ASKED_AGAIN = Duration.ofSeconds(5);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final RedisClient client;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private Thread keeper;
    private StatefulRedisPubSubConnection<String, String> connection;

    Subscriptions(RedisClient client) {
        this.client = client;
    }

    synchronized Subscription add(String pattern, BiConsumer<String, String> listener) {
        Listener added = new Listener(pattern, listener, this::removed);
        listeners.add(added);
        if (keeper == null) {
            keeper = Thread.ofVirtual().name("redis-subscriptions").start(this::keep);
        }
        news.release();
        return added;
    }

    private void removed(Listener listener) {
        listeners.remove(listener);
        news.release();
    }

    /** Asks for every pattern again whenever something changed; asking twice is harmless. */
    private void keep() {
        try {
            while (true) {
                boolean done = bringUp();
                // Again also without news: a connection that broke while it was being mended may lack its patterns.
                Duration wait = done ? ASKED_AGAIN : BEFORE_NEXT_TRY;
                if (news.tryAcquire(1, wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debug("the subscriptions have changed");
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("subscriptions end");
        }
    }

    private boolean bringUp() {
        try {
            if (connection == null) {
                connection = client.connectPubSub();
                connection.addListener(new Spread());
            }
            String[] wanted =
                    listeners.stream().map(Listener::pattern).distinct().toArray(String[]::new);
            if (wanted.length > 0) {
                connection.async().psubscribe(wanted);
            }
            return true;
        } catch (RedisException away) {
            LOG.debug("cannot subscribe yet: {}", away.toString());
            return false;
        }
    }

    @PreDestroy
    synchronized void close() {
        if (keeper != null) {
            keeper.interrupt();
        }
        listeners.forEach(Listener::close);
        if (connection != null && connection.isOpen()) {
            connection.closeAsync();
        }
    }

    private final class Spread extends RedisPubSubAdapter<String, String> {
        @Override
        public void message(String pattern, String channel, String message) {
            for (Listener listener : listeners) {
                if (listener.pattern().equals(pattern)) {
                    listener.offer(channel, message);
                }
            }
        }
    }
}
