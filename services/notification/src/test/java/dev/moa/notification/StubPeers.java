package dev.moa.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moa.testkit.StubAuth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Auth and trading in one: auth's answers are those of {@link StubAuth}, and it lends tokens for linked people; trading
 * tells everybody an equity that is the beginning of their own id, so that a mix-up shows.
 */
public final class StubPeers implements AutoCloseable {
    private static final Pattern USER = Pattern.compile("\"user_id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern SUBJECT = Pattern.compile("\"sub\":\"([^\"]+)\"");

    private final StubAuth auth = new StubAuth();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final AtomicInteger held = new AtomicInteger();
    private volatile int tradingStatus = 200;

    StubPeers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/tokens", this::lend);
        server.createContext("/internal/", this::forward);
        server.createContext("/api/v1/", this::trading);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String token(UUID userId, String name) {
        return auth.token(userId, name, "member");
    }

    /** What trading tells this person about their equity. */
    public static String equityOf(UUID userId) {
        return "1" + Math.abs(userId.getMostSignificantBits() % 1_000_000_000L) + ".5";
    }

    /** From now on trading answers with this status. */
    public void tradingAnswers(int status) {
        tradingStatus = status;
    }

    /** Who asked trading for what, as {@code user path}. */
    public List<String> asked() {
        return asked;
    }

    /** Auth keeps everybody waiting until the answer is run. */
    public Runnable holdSessions() {
        CountDownLatch held = new CountDownLatch(1);
        gate = held;
        return held::countDown;
    }

    /** How many questions for a session wait for that. */
    public int held() {
        return held.get();
    }

    private void lend(HttpExchange exchange) throws IOException {
        Matcher user = USER.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean ours =
                "inner-secret-of-the-tests".equals(exchange.getRequestHeaders().getFirst("X-Moa-Inner"));
        if (!ours || !user.find()) {
            answer(exchange, 401, "{\"code\":\"unauthenticated\"}");
            return;
        }
        String token = token(UUID.fromString(user.group(1)), "linked");
        answer(exchange, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":60}");
    }

    private void forward(HttpExchange exchange) throws IOException {
        try {
            if (exchange.getRequestURI().getPath().startsWith("/internal/sessions/")) {
                held.incrementAndGet();
                gate.await();
                held.decrementAndGet();
            }
            var request = HttpRequest.newBuilder(URI.create(auth.url() + exchange.getRequestURI()))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void trading(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        Matcher subject = SUBJECT.matcher(claims);
        if (!subject.find()) {
            answer(exchange, 401, "{\"code\":\"unauthenticated\"}");
            return;
        }
        UUID user = UUID.fromString(subject.group(1));
        String path = exchange.getRequestURI().getPath();
        asked.add(user + " " + path);
        if (tradingStatus != 200) {
            answer(exchange, tradingStatus, "{\"code\":\"refused\",\"detail\":\"SELECT secret\"}");
        } else if (path.contains("/signals/approvals")) {
            answer(exchange, 200, approvals(path));
        } else if (path.endsWith("/summary")) {
            answer(exchange, 200, """
                    {"mode":"PAPER","currency":"USDT","equity":"%s","today_pnl":"12.50","unrealized_pnl":"-3",
                    "realized_pnl":"0","open_positions":1,"cash":[{"currency":"USDT","total":"90","available":"80"}]}""".formatted(equityOf(user)));
        } else {
            answer(exchange, 200, """
                    {"items":[{"instrument":"BINANCE:BTCUSDT","side":"LONG","quantity":"0.10","entry_price":"50000",
                    "mark_price":"51000","unrealized_pnl":"100.00"}],"next_cursor":null}""");
        }
    }

    private static String approvals(String path) {
        String status = path.endsWith("/approve") ? "APPROVED" : path.endsWith("/refuse") ? "REFUSED" : "WAITING";
        String order = """
                {"approval_id":"%s","strategy_name":"Crossing","instrument":"BINANCE:BTCUSDT","side":"BUY","quantity":"0.10",
                "reference_price":"50000","status":"%s","reasons":[],"expires_at":"2099-01-01T00:00:00Z"}""".formatted(UUID.randomUUID(), status);
        return status.equals("WAITING") ? "{\"items\":[" + order + "],\"next_cursor\":null}" : order;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
        threads.shutdownNow();
        http.close();
        auth.close();
    }
}
