package dev.moa.broker.http;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket that is meant to be up for ever: connects, keeps the heartbeat, notices silence, renews itself before the
 * venue ends it, and tries again with growing, jittered pauses. One virtual thread; nothing is thrown at the caller.
 */
public final class VenueSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VenueSocket.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(15);
    /** A connection that held this long was a good one: the next failure begins with a short pause again. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private final HttpClient http;
    private final SocketSettings settings;
    private final SocketHandler handler;
    private final Backoff backoff;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile Connection current;
    private volatile boolean toldAway;

    public VenueSocket(String name, HttpClient http, SocketSettings settings, SocketHandler handler) {
        this.http = http;
        this.settings = settings;
        this.handler = handler;
        this.backoff = new Backoff(settings.firstPause(), settings.longestPause(), ThreadLocalRandom.current());
        this.thread = Thread.ofVirtual().name("socket-" + name).unstarted(this::keepUp);
    }

    /** Begins to try; returns at once. */
    public void open() {
        thread.start();
    }

    /** The sending side of the connection that is up now, or null. */
    public SocketSender sender() {
        Connection connection = current;
        return connection == null || connection.isOver() ? null : connection;
    }

    @Override
    public void close() {
        closed.countDown();
        Connection connection = current;
        if (connection != null) {
            connection.end("closed", false);
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepUp() {
        try {
            while (isWanted()) {
                Connection connection = new Connection(handler, this::onAlive);
                long began = System.nanoTime();
                try {
                    connect(connection);
                    serve(connection, began);
                } catch (RuntimeException failure) {
                    LOG.error("the connection is given up", failure);
                    connection.end("broken: " + failure.getClass().getSimpleName(), false);
                } finally {
                    connection.drop();
                }
                if (isWanted()) {
                    pause(connection, Duration.ofNanos(System.nanoTime() - began));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted() {
        return closed.getCount() > 0;
    }

    private void connect(Connection connection) throws InterruptedException {
        try {
            http.newWebSocketBuilder()
                    .connectTimeout(CONNECT_LIMIT)
                    .buildAsync(handler.address(), connection)
                    .get(CONNECT_LIMIT.toSeconds() + 5, TimeUnit.SECONDS);
            current = connection;
            connection.subscribe();
        } catch (ExecutionException | CompletionException e) {
            connection.end(reason(e.getCause()), false);
        } catch (TimeoutException e) {
            connection.end("no answer to the connection request", false);
        } catch (IllegalArgumentException e) {
            connection.end("bad address: " + e.getMessage(), false);
        }
    }

    private void serve(Connection connection, long began) throws InterruptedException {
        long renewalAt = began + jittered(settings.renewal());
        long heartbeatAt = began + settings.heartbeat().toNanos();
        while (isWanted()) {
            long silentAt = connection.lastReceived() + settings.silence().toNanos();
            long next = Math.min(silentAt, Math.min(renewalAt, heartbeatAt));
            if (connection.awaitEnd(next - System.nanoTime())) {
                return;
            }
            long now = System.nanoTime();
            if (now - connection.lastReceived() >= settings.silence().toNanos()) {
                connection.end("silent for " + settings.silence().toSeconds() + " s", false);
            } else if (now >= renewalAt) {
                connection.end("planned renewal", true);
            } else if (now >= heartbeatAt) {
                heartbeatAt = now + settings.heartbeat().toNanos();
                connection.beat();
            }
        }
    }

    private void pause(Connection connection, Duration held) throws InterruptedException {
        if (held.compareTo(HELD) > 0) {
            backoff.reset();
        }
        Connection.End end = connection.ending();
        if (end.planned()) {
            handler.away(end.why(), true);
            return;
        }
        if (!toldAway) {
            toldAway = true;
            handler.away(end.why(), false);
        }
        closed.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void onAlive() {
        toldAway = false;
        handler.alive();
    }

    private static long jittered(Duration renewal) {
        long nanos = renewal.toNanos();
        return nanos - ThreadLocalRandom.current().nextLong(nanos / 20 + 1);
    }

    /** In words for people, from the first of the nested failures that says something. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnresolvedAddressException unknown -> {
                    return "the name cannot be resolved";
                }
                case ConnectException refused -> {
                    return hasUnresolvedName(refused) ? "the name cannot be resolved" : "connection refused";
                }
                case HttpTimeoutException late -> {
                    return "no answer in time";
                }
                case WebSocketHandshakeException declined -> {
                    return "declined with " + declined.getResponse().statusCode();
                }
                default -> {
                    // Look at its cause.
                }
            }
        }
        return failure.getClass().getSimpleName();
    }

    private static boolean hasUnresolvedName(ConnectException failure) {
        return failure.getCause() != null && failure.getCause().getCause() instanceof UnresolvedAddressException
                || failure.getCause() instanceof UnresolvedAddressException;
    }
}
