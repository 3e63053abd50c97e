package dev.moa.platform.live;

import dev.moa.platform.problem.DependencyAway;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection for commands, made when first needed. After a few failures in a row every call is refused at once for a
 * moment, so that a Redis that hangs costs its time-out now and then and not once a call; a single hiccup stays one.
 */
@Singleton
class RedisLink {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int TOLERATED = 3;
    private static final Duration REST = Duration.ofSeconds(1);

    private final RedisClient client;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile StatefulRedisConnection<String, String> connection;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long restUntil;

    RedisLink(RedisClient client) {
        this.client = client;
    }

    /** @throws DependencyAway when there is no answer in time */
    <T> T ask(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> question) {
        if (isResting()) {
            throw new DependencyAway("redis");
        }
        try {
            T answer = question.apply(connected().async()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            answered();
            return answer;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DependencyAway("redis", stop);
        } catch (ExecutionException | TimeoutException | RedisException | CancellationException failure) {
            failed(failure);
            throw new DependencyAway("redis", failure);
        }
    }

    /** As {@link #ask}, with nothing instead of an exception. */
    <T> Optional<T> tryAsk(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> question) {
        try {
            return Optional.ofNullable(ask(question));
        } catch (DependencyAway away) {
            LOG.debug("not asked: {}", away.detail());
            return Optional.empty();
        }
    }

    boolean available() {
        return failures.get() == 0 && connection != null && connection.isOpen();
    }

    private boolean isResting() {
        return failures.get() >= TOLERATED && System.nanoTime() - restUntil < 0;
    }

    private StatefulRedisConnection<String, String> connected() {
        StatefulRedisConnection<String, String> known = connection;
        if (known != null) {
            return known;
        }
        connecting.lock();
        try {
            if (connection == null && !isResting()) {
                connection = client.connect();
            }
            if (connection == null) {
                throw new DependencyAway("redis");
            }
            return connection;
        } finally {
            connecting.unlock();
        }
    }

    private void answered() {
        if (failures.get() > 0 && failures.getAndSet(0) > 0) {
            LOG.info("redis answers again");
        }
    }

    private void failed(Exception failure) {
        restUntil = System.nanoTime() + REST.toNanos();
        if (failures.getAndIncrement() == 0) {
            LOG.warn("redis is away: {}", failure.toString());
        }
    }

    @PreDestroy
    void close() {
        if (connection != null && connection.isOpen()) {
            connection.closeAsync();
        }
    }
}
