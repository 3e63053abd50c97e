package dev.moa.warmup;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts all five services in one JVM against servers of their own, uses what a household uses, and ends: the classes
 * loaded meanwhile become the one start-up cache that all five share. An answer that is not as hoped costs a little
 * start-up time later, so nothing of it is an error here.
 */
public final class Warmup {
    private static final Map<String, String> SERVICES = new LinkedHashMap<>();

    static {
        SERVICES.put("auth", "dev.moa.auth.Application");
        SERVICES.put("trading", "dev.moa.trading.Application");
        SERVICES.put("market", "dev.moa.market.Application");
        SERVICES.put("backtest", "dev.moa.backtest.Application");
        SERVICES.put("notification", "dev.moa.notification.Application");
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private String token = "";

    private Warmup() {}

    public static void main(String[] args) throws Exception {
        int started = 0;
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            started += start(service.getKey(), service.getValue()) ? 1 : 0;
        }
        System.out.println("warm-up: " + started + " services started");
        new Warmup().use();
        System.exit(started == SERVICES.size() ? 0 : 3);
    }

    private static boolean start(String name, String mainClass) {
        try {
            Method main = Class.forName(mainClass).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {
                "-micronaut.server.port=" + port(name),
                "-datasources.default.username=moa_" + name,
                "-datasources.default.password=" + Files.readString(Path.of(environment("MOA_HOME"), "secrets", "db_" + name)).strip()
            });
            return true;
        } catch (ReflectiveOperationException | IOException missing) {
            System.out.println("warm-up: " + name + " did not start: " + missing);
            return false;
        }
    }

    private void use() throws InterruptedException {
        for (String name : SERVICES.keySet()) {
            call(name, "GET", "/health/readiness", null);
            call(name, "GET", "/prometheus", null);
            call(name, "GET", "/api/v1/nothing", null);
        }
        String person = "{\"email\":\"warm@example.org\",\"username\":\"warmup\",\"password\":\"a long warm-up phrase 1\",\"name\":\"Warm Up\"}";
        call("auth", "POST", "/api/v1/auth/register", person);
        String login = call("auth", "POST", "/api/v1/auth/login",
                "{\"username\":\"warmup\",\"password\":\"a long warm-up phrase 1\",\"token_delivery\":\"body\"}");
        token = find("access_token", login);
        call("auth", "GET", "/api/v1/auth/me", null);
        call("auth", "GET", "/api/v1/health", null);
        call("market", "POST", "/internal/replays", "{\"path\":\"" + recorded() + "\",\"instrument\":\"BINANCE:BTCUSDT\",\"speed\":\"max\",\"loop\":false}");
        call("market", "GET", "/api/v1/market/instruments?query=BTC", null);
        call("market", "GET", "/api/v1/market/charts/BINANCE:BTCUSDT?interval=1m", null);
        call("market", "GET", "/api/v1/market/quotes?instruments=BINANCE:BTCUSDT", null);
        call("trading", "POST", "/api/v1/strategies", "{\"name\":\"warm\",\"indicator_id\":\"ema_crossover\",\"parameters\":{\"fast\":5,\"slow\":10},\"instrument\":\"BINANCE:BTCUSDT\",\"timeframe\":\"1m\"}");
        for (int i = 0; i < 5; i++) {
            call("trading", "POST", "/api/v1/trading/orders", "{\"instrument\":\"BINANCE:BTCUSDT\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.01\"}");
        }
        for (String path : new String[] {"/trading/orders", "/positions", "/portfolio/summary", "/strategies", "/trading/history", "/risk/limits", "/signals", "/accounts"}) {
            call("trading", "GET", "/api/v1" + path, null);
        }
        call("trading", "POST", "/api/v1/webhook/tradingview", "{\"secret\":\"none\",\"strategy_id\":\"none\",\"action\":\"buy\",\"symbol\":\"BTCUSDT\"}");
        call("backtest", "POST", "/api/v1/backtest/run", "{\"strategy\":\"ema_crossover\",\"indicator_id\":\"ema_crossover\",\"parameters\":{\"fast\":5,\"slow\":10},\"instrument\":\"BINANCE:BTCUSDT\",\"interval\":\"1m\",\"timeframe\":\"1m\"}");
        call("backtest", "GET", "/api/v1/backtest/results", null);
        call("notification", "GET", "/api/v1/notifications", null);
        call("notification", "GET", "/api/v1/telegram", null);
        Thread.sleep(5000); // relays, consumers and jobs take their first turns
        call("auth", "POST", "/api/v1/auth/logout", "{}");
    }

    private String call(String service, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(service) + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "warm-" + System.nanoTime())
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (path.startsWith("/internal/")) {
            request.header("X-Moa-Inner", secret());
        } else if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            System.out.println("warm-up: " + answer.statusCode() + " " + method + " " + path);
            return answer.body();
        } catch (IOException away) {
            System.out.println("warm-up: no answer to " + method + " " + path);
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Two hours of made-up trades, up and down, so that candles close and averages cross. */
    private static String recorded() {
        StringBuilder csv = new StringBuilder("time,price,quantity\n");
        for (int second = 0; second < 7200; second++) {
            long price = 60_000 + Math.round(500 * Math.sin(second / 300.0));
            csv.append(1_760_000_000_000L + second * 1000L).append(',').append(price).append(",0.01\n");
        }
        Path file = Path.of(environment("MOA_HOME"), "replay", "warm-up.csv");
        try {
            return Files.writeString(file, csv).toString();
        } catch (IOException unwritable) {
            return file.toString();
        }
    }

    private static String find(String field, String json) {
        Matcher matcher = Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static int port(String name) {
        return URI.create(environment("MOA_" + name.toUpperCase(java.util.Locale.ROOT) + "_URL")).getPort();
    }

    private static String secret() {
        try {
            return Files.readString(Path.of(environment("MOA_INNER_SECRET_FILE"))).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
