package dev.moa.testkit.exchange;

import dev.moa.testkit.StubConnection;
import dev.moa.testkit.StubJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The sockets of a {@link StubExchange}: HTTP and WebSocket on one port, each request treated in its mood. */
final class ExchangeServer {
    private record Request(String method, URI target, Map<String, String> headers, String body) {
        Map<String, String> query() {
            Map<String, String> query = new HashMap<>();
            String text = target.getRawQuery();
            for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return query;
        }

        String key() {
            String key = headers.get("x-key");
            return key == null ? query().getOrDefault("key", "none") : key;
        }
    }

    private final StubExchange exchange;
    private final ServerSocket server;
    private final Map<StubConnection, String> streams = new ConcurrentHashMap<>();
    private final Map<Route, AtomicLong> asked = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> askedBy = new ConcurrentHashMap<>();
    private final List<Socket> waiting = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean refusing;

    ExchangeServer(StubExchange exchange) {
        this.exchange = exchange;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("stub-exchange").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    List<StubConnection> connections() {
        return List.copyOf(streams.keySet());
    }

    /** The streams of one account. */
    List<StubConnection> connections(String key) {
        return streams.entrySet().stream()
                .filter(stream -> stream.getValue().equals(key))
                .map(Map.Entry::getKey)
                .toList();
    }

    long asked(Route route) {
        AtomicLong count = asked.get(route);
        return count == null ? 0 : count.get();
    }

    long asked(String key, Route route) {
        AtomicLong count = askedBy.get(key + " " + route);
        return count == null ? 0 : count.get();
    }

    void refuse(boolean on) {
        refusing = on;
        if (on) {
            connections().forEach(StubConnection::cut);
        }
    }

    void tell(String key, String text) {
        streams.forEach((connection, of) -> {
            if (of.equals(key) && connection.isOpen()) {
                connection.send(StubConnection.TEXT, text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    void close() {
        closed.countDown();
        connections().forEach(StubConnection::cut);
        waiting.forEach(ExchangeServer::reset);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
                reset(socket);
                return;
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Request request = read(in);
            String upgrade = request.headers().get("sec-websocket-key");
            if (upgrade == null) {
                answer(socket, request);
                return;
            }
            StubConnection connection = new StubConnection(socket, () -> false);
            connection.accept(upgrade);
            streams.put(connection, request.key());
            try {
                connection.listen(in);
            } finally {
                streams.remove(connection);
            }
        } catch (IOException gone) {
            // The client went away in the middle, which is what many tests are about.
            reset(socket);
        }
    }

    private void answer(Socket socket, Request request) throws IOException {
        Route route = Route.of(
                request.method(),
                request.target().getPath(),
                request.target().getRawQuery() == null ? "" : request.target().getRawQuery());
        asked.computeIfAbsent(route, key -> new AtomicLong()).incrementAndGet();
        askedBy.computeIfAbsent(request.key() + " " + route, key -> new AtomicLong())
                .incrementAndGet();
        Mood mood = exchange.moodFor(request.key(), route);
        if (mood.kind() != Mood.Kind.OK) {
            exchange.struck(request.key(), route + " " + mood.kind() + " on socket " + socket.getPort());
        }
        int status = 200;
        Object content = Map.of();
        if (!mood.before()) {
            try {
                Map<String, Object> body = request.body().isEmpty() ? Map.of() : StubJson.object(request.body());
                content = exchange.answer(route, request.key(), request.query(), body, mood);
            } catch (Refused refusal) {
                status = refusal.status();
                content = Map.of("code", refusal.code(), "message", refusal.getMessage());
            }
        }
        switch (mood.kind()) {
            case LOST, SWALLOWED -> hold(socket);
            case RESET_BEFORE, RESET_AFTER -> reset(socket);
            case ERROR_BEFORE, ERROR_AFTER, INVISIBLE -> write(socket, 502, "<html>Bad Gateway</html>");
            case GARBLED -> write(socket, 200, "{\"number\":");
            case HALF_ANSWERED -> {
                byte[] half = "HTTP/1.1 200 Answer\r\nContent-Length: 4000\r\n\r\n{\"number\":\"1"
                        .getBytes(StandardCharsets.US_ASCII);
                socket.getOutputStream().write(half);
                socket.getOutputStream().flush();
                reset(socket);
            }
            case REFUSED_WITH_500 ->
                write(socket, 500, "{\"code\":\"refused\",\"message\":\"The order was refused.\"}");
            case RATE_LIMITED ->
                write(
                        socket,
                        429,
                        "{\"code\":\"rate_limited\",\"message\":\"Too many requests.\"}",
                        "Retry-After: " + mood.time().toSeconds() + "\r\n");
            case LATE -> {
                if (!await(mood)) {
                    write(socket, status, StubJson.write(content));
                }
            }
            case OK, CUT, FILL_FIRST -> write(socket, status, StubJson.write(content));
        }
    }

    private boolean await(Mood mood) {
        try {
            return closed.await(mood.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Says nothing until the client gives up or the exchange is closed. */
    private void hold(Socket socket) throws IOException {
        waiting.add(socket);
        if (socket.getInputStream().read() < 0) {
            waiting.remove(socket);
        }
    }

    private static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket socket, int status, String body) throws IOException {
        write(socket, status, body, "");
    }

    private static void write(Socket socket, int status, String body, String header) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 " + status
                        + " Answer\r\nContent-Type: application/json\r\nConnection: close\r\n" + header
                        + "Content-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    private static Request read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        if (first.length < 2) {
            throw new IOException("no request");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(first[0], URI.create(first[1]), headers, body);
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
