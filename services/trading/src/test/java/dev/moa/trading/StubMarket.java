package dev.moa.trading;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the market collector, as far as trading asks it: for prices that Redis does not know. */
public final class StubMarket implements AutoCloseable {
    private static final String PATH = "/internal/quotes/";

    private final Map<String, String> prices = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean away;

    StubMarket() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, exchange -> {
            String instrument = exchange.getRequestURI().getPath().substring(PATH.length());
            String price = prices.get(instrument);
            byte[] answer = (price == null ? "{\"code\":\"not_found\"}" : """
                            {"instrument":"%s","price":"%s","low":"%2$s","high":"%2$s","volume":"0",\
                            "time":"2024-08-09T00:00:00Z","source":"live"}""".formatted(instrument, price))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : price == null ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void knows(String instrument, String price) {
        prices.put(instrument, price);
    }

    /** Whether every question is answered with 503 from now on. */
    public void away(boolean now) {
        away = now;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
