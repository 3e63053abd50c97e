package dev.moa.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A venue that does what a test tells it: WebSocket and HTTP on one port of 127.0.0.1, over real sockets. It knows no
 * venue's protocol; messages and answers come from the test.
 */
public final class StubVenue implements AutoCloseable {
    private final ServerSocket server;
    private final List<StubConnection> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<IOException> failures = new CopyOnWriteArrayList<>();
    private volatile Function<String, Optional<String>> rest = target -> Optional.empty();
    private volatile boolean refusing;
    private volatile boolean mute;

    public StubVenue() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("stub-venue").start(this::accept);
    }

    public URI stream() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Answers GET requests: path and query in, JSON out, empty for 404. */
    public void answer(Function<String, Optional<String>> answers) {
        rest = answers;
    }

    /** From now on every new connection is closed before it is answered. */
    public void refuse(boolean on) {
        refusing = on;
    }

    /** From now on pings are not answered and nothing is sent: a connection that is up and dead. */
    public void mute(boolean on) {
        mute = on;
    }

    /** Path and query of every request so far, WebSocket and HTTP. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Every text the clients of all connections have sent. */
    public List<String> received() {
        return connections.stream()
                .flatMap(connection -> connection.received().stream())
                .toList();
    }

    /** How many WebSocket connections were ever made. */
    public int connected() {
        return connections.size();
    }

    /** How many are open now. */
    public long open() {
        return connections.stream().filter(StubConnection::isOpen).count();
    }

    /** How many connections broke instead of ending in order. */
    public int broken() {
        return failures.size();
    }

    public void send(String text) {
        toAll(StubConnection.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public void sendBinary(String text) {
        toAll(StubConnection.BINARY, text.getBytes(StandardCharsets.UTF_8));
    }

    public void ping() {
        toAll(StubConnection.PING, new byte[0]);
    }

    /** Cuts every connection without a word. */
    public void drop() {
        connections.forEach(StubConnection::cut);
    }

    @Override
    public void close() {
        drop();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void toAll(int opcode, byte[] payload) {
        if (!mute) {
            connections.stream().filter(StubConnection::isOpen).forEach(connection -> connection.send(opcode, payload));
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (refusing) {
                return;
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String target = line(in).split(" ")[1];
            Map<String, String> headers = headers(in);
            requests.add(target);
            String key = headers.get("sec-websocket-key");
            if (key == null) {
                StubConnection.writeHttp(socket.getOutputStream(), rest.apply(target));
                return;
            }
            StubConnection connection = new StubConnection(socket, () -> mute);
            connection.accept(key);
            connections.add(connection);
            connection.listen(in);
        } catch (IOException e) {
            // The client went away in the middle, which is what many tests are about.
            failures.add(e);
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
