package dev.moa.platform.outbox;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.moa.platform.ServiceName;
import io.micronaut.rabbitmq.connect.RabbitConnectionFactoryConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of this process, made when somebody needs a channel and made anew when it has broken. RabbitMQ may
 * be away at any time, also at the start, which a connection bean would not survive.
 */
@Singleton
class Rabbit {

    private static final Logger LOG = LoggerFactory.getLogger(Rabbit.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(400);
    /** A queue that was being declared when the broker was killed may never answer again; the sweeper must go on. */
    private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(10);

    private final RabbitConnectionFactoryConfig settings;
    private final String name;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile Connection connection;
    private boolean told;
    private long nextTry = System.nanoTime();
    private volatile boolean closed;

    Rabbit(@Named("default") RabbitConnectionFactoryConfig settings, ServiceName service) {
        this.settings = settings;
        this.name = "moa-" + service.value();
        settings.setAutomaticRecoveryEnabled(false);
        settings.setTopologyRecoveryEnabled(false);
        settings.setChannelRpcTimeout((int) ANSWER_AT_MOST.toMillis());
        settings.setThreadFactory(Thread.ofVirtual().name("rabbitmq-", 0).factory());
        settings.setSharedExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** @throws IOException when RabbitMQ is away; cheap when it was found to be away just now */
    Channel channel() throws IOException {
        connecting.lock();
        try {
            if (closed) {
                throw new IOException("shutting down");
            }
            if (connection == null || !connection.isOpen()) {
                connect();
            }
            Channel channel = connection.createChannel();
            if (channel == null) {
                throw new IOException("no free channel");
            }
            return channel;
        } finally {
            connecting.unlock();
        }
    }

    boolean isConnected() {
        Connection current = connection;
        return current != null && current.isOpen();
    }

    private void connect() throws IOException {
        if (System.nanoTime() - nextTry < 0) {
            throw new IOException("RabbitMQ was away a moment ago");
        }
        try {
            connection = settings.newConnection(name);
            LOG.info("RabbitMQ is connected");
            told = false;
        } catch (IOException | TimeoutException away) {
            nextTry = System.nanoTime() + BEFORE_NEXT_TRY.toNanos();
            if (!told) {
                told = true;
                LOG.warn("RabbitMQ is away, facts wait in the outbox: {}", away.toString());
            }
            throw new IOException("RabbitMQ is away", away);
        }
    }

    @PreDestroy
    void close() {
        closed = true;
        Connection current = connection;
        if (current != null && current.isOpen()) {
            current.abort(1000);
        }
    }
}
