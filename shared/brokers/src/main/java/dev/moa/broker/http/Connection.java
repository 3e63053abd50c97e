package dev.moa.broker.http;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One connection of a {@link VenueSocket}, from its opening to its end. Whatever goes wrong ends it with a reason. */
final class Connection implements WebSocket.Listener, SocketSender {
    private final SocketHandler handler;
    private final Runnable onAlive;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicReference<End> end = new AtomicReference<>();
    private final Object sendLock = new Object();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private volatile long lastReceived = System.nanoTime();
    private volatile WebSocket socket;
    private boolean alive;

    /** Why it ended, and whether we wanted it so. */
    record End(String why, boolean planned) {}

    Connection(SocketHandler handler, Runnable onAlive) {
        this.handler = handler;
        this.onAlive = onAlive;
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        socket = webSocket;
        webSocket.request(1);
    }

    synchronized void subscribe() {
        if (!isOver()) {
            handler.opened(this);
        }
    }

    synchronized void beat() {
        if (!isOver()) {
            handler.heartbeat(this);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        if (text.length() + data.length() > SocketSettings.MAX_MESSAGE) {
            end("a message above " + SocketSettings.MAX_MESSAGE + " bytes", false);
            return null;
        }
        text.append(data);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            received(whole);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        if (bytes.size() + data.remaining() > SocketSettings.MAX_MESSAGE) {
            end("a message above " + SocketSettings.MAX_MESSAGE + " bytes", false);
            return null;
        }
        byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            String whole = bytes.toString(StandardCharsets.UTF_8);
            bytes.reset();
            received(whole);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        signOfLife();
        // The pong itself is sent by the client.
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        signOfLife();
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        end("closed by the venue (" + statusCode + (reason.isEmpty() ? ")" : " " + reason + ")"), false);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end("broken: " + error.getClass().getSimpleName(), false);
    }

    @Override
    public void text(String message) {
        send(webSocket -> webSocket.sendText(message, true));
    }

    @Override
    public void ping() {
        send(webSocket -> webSocket.sendPing(ByteBuffer.allocate(0)));
    }

    @Override
    public void renew(String reason) {
        end(reason, true);
    }

    /** The client allows one send at a time, so each waits for the one before. Never takes the lock of the deliveries. */
    private void send(Function<WebSocket, CompletableFuture<WebSocket>> what) {
        WebSocket open = socket;
        if (open == null || isOver()) {
            return;
        }
        synchronized (sendLock) {
            sending = sending.thenCompose(done -> what.apply(open)).whenComplete((done, failure) -> {
                if (failure != null) {
                    end("cannot send", false);
                }
            });
        }
    }

    private synchronized void received(String message) {
        if (isOver()) {
            return;
        }
        signOfLife();
        try {
            handler.message(message);
        } catch (UnreadableMessage e) {
            handler.unreadable(e.getMessage());
        } catch (RuntimeException e) {
            handler.unreadable(e.toString());
        }
    }

    private synchronized void signOfLife() {
        lastReceived = System.nanoTime();
        if (!alive && !isOver()) {
            alive = true;
            onAlive.run();
        }
    }

    void end(String reason, boolean planned) {
        if (end.compareAndSet(null, new End(reason, planned))) {
            ended.countDown();
        }
    }

    /** Waits for a delivery that is still running; afterwards nothing more is delivered. */
    synchronized void drop() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    /** Waits at most so long; true when the connection is over. */
    boolean awaitEnd(long nanos) throws InterruptedException {
        return ended.await(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    }

    boolean isOver() {
        return ended.getCount() == 0;
    }

    long lastReceived() {
        return lastReceived;
    }

    /** Null while it is up. */
    End ending() {
        return end.get();
    }
}
